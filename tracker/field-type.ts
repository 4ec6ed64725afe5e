/** What a form field asks for, told by the words on it in six languages: its kind, autocomplete hint, name and label. */
import type { FieldType } from '@leadtrail/shared/event'

/** The first that fits counts: a company's name is a company. A kind stands at the beginning of the words. */
const types: readonly (readonly [FieldType, RegExp])[] = [
  ['choice', /^(radio|check|sel)/],
  ['message', /^texta/],
  ['email', /\be ?mail|\bmail\b|\be ?post|\bmejl/],
  ['phone', /phone|telef|\bt(el|lf)\b|\bmobi|\bhandy|\bcell/],
  ['number', /^(num|ran)/],
  ['company', /compan|organi[sz]a(?!tion title)|\bfirm|virksom|bedrift|selska|f.retag|bedrij|unterneh/],
  ['message', /messag|comment|besk[ej]|melding|meddel|bericht|nachri/],
  [
    'name',
    /^(?!.*(user|login|file|domain|produ|pro[sj]|event|country)).*(\b(\w{0,5}|mellem|middle)na(me|vn|mn|am)\b|kontaktper|ansprech)/,
  ],
]

/** The words of a text: `yourEmail_2` → `your email 2`. */
export function wordsOf(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9à-ÿ]+/g, ' ')
}

export function typeOf(words: string): FieldType {
  const found = types.find(([, pattern]) => pattern.test(words))
  return found ? found[0] : 'text'
}
