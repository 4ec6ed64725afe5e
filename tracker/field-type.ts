/** What a form field asks for, told by the words on it in six languages: its kind, autocomplete hint, name and label. */
import type { FieldType } from '@leadtrail/shared/event'

/**
 * The first that fits counts: a company's name is a company. A kind stands at the beginning of the words; the name of a
 * type has that type.
 */
const types: readonly (readonly [FieldType, RegExp])[] = [
  ['choice', /^(rad|che|sel|cho)/],
  ['message', /^texta/],
  ['email', /mail|mejl|\be ?post/],
  ['phone', /phon|telef|\bt(el|lf)\b|mobil/],
  ['number', /^(num|ran)/],
  ['company', /compan|organi[sz]a(?!tion t)|firm|virksom|bedri|selskap|f.retag|unterneh/],
  ['message', /messag|comment|besk[ej]|me[dl]d|bericht|nachri/],
  ['name', /^(?!.*(user|bruger|file|produ|proj|domain|country)).*\b\w{0,6}na(me|vn|mn|am)\b/],
]

/** The words of a text: `yourEmail_2` → `your email 2`. */
export function wordsOf(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9à-ÿ]+/g, ' ')
}

/** The type of a field with these words on it; `text` where they tell nothing. */
export function typeOf(words: string): FieldType {
  const found = types.find(([, pattern]) => pattern.test(words))
  return found ? found[0] : 'text'
}
