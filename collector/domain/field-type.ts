/**
 * What a field asks for. The page or the server may state it; otherwise it is told from the field's kind and autocomplete hint,
 * and where these are silent from the words on it: from the label, which the visitor has read, and from the name.
 */
import type { Answer, FieldType } from '@leadtrail/shared/event'
import { type Meaning, type NamePart, meaningAlone, meaningOfToken, meanings } from './field-words.ts'
import { emailOf, phoneOf } from './identifier.ts'

/** What a field asks for; `part` says which part of a person's name. */
export type Field = { readonly type: FieldType; readonly part: NamePart | undefined }

/** What the field asks for, unless the value is plainly something else to reach somebody by. */
export function fieldOf(answer: Answer): Field {
  const signs = signsIn(answer.hint)
  // Of a name that is stated as one the field still tells which part it is.
  const said = toldBy(signs, answer)
  const told = answer.type === undefined || answer.type === 'name' ? (said ?? 'text') : answer.type
  const type = answer.type ?? typeOf(told)
  const isOpen = answer.type === undefined ? !isDecided(signs.control) : answer.type === 'text'
  const borneOut = isOpen ? typeByValue(type, answer.value, said === 'text') : type
  return { type: borneOut, part: borneOut === 'name' ? partOf(told) : undefined }
}

type Told = Meaning | 'choice' | 'number'

const parts: ReadonlySet<Told> = new Set(['given', 'infix', 'family', 'whole'] satisfies NamePart[])
const isPart = (told: Told): told is NamePart => parts.has(told)
const partOf = (told: Told): NamePart => (isPart(told) ? told : 'whole')
const typeOf = (told: Told): FieldType => (isPart(told) ? 'name' : told)

/**
 * Somebody who is asked for a name, a company or "e-mail or phone" may write what reaches him; a message may quote anybody's.
 * `isSaid` where the field's own signs say that it is for some other text.
 */
function typeByValue(type: FieldType, value: string, isSaid: boolean): FieldType {
  if (!['text', 'name', 'company', 'email', 'phone'].includes(type)) return type
  if (value.includes('@') && emailOf(value)) return 'email'
  if (!phoneOf(value)) return type
  if (type === 'email' || type === 'name') return 'phone'
  // In a field of which nothing is known a number may be anything, unless it is dialled from abroad. One that is said to be
  // of something else is an order's or a fax's.
  return type === 'text' && !isSaid && /^(?:\+|00)/.test(value.trim()) ? 'phone' : type
}

/** What stands in a hint: the control, and what its autocomplete tokens mean. */
type Signs = { readonly control: Told | undefined; readonly asked: Meaning | undefined }

/** Controls by the beginnings of their names, in HTML and in form builders. */
const controls: readonly (readonly [Told, RegExp])[] = [
  ['choice', /^(?:radio|check|select|choice|drop|multi|bool|switch|rating|yes)/],
  ['message', /^(?:textarea|long_?text|paragraph)/],
  ['email', /^e-?mail/],
  ['phone', /^(?:tel|phone)/],
  ['number', /^(?:number|range)/],
  ['text', /^(?:url|website|search|date|time|month|week|color)/],
]
/** Phone numbers are asked for by `number` as well, and other numbers by `tel` for the sake of its keyboard. */
const isDecided = (control: Told | undefined): boolean =>
  control !== undefined && control !== 'phone' && control !== 'number'

function signsIn(hint = ''): Signs {
  const tokens = hint.trim().toLowerCase().split(/\s+/)
  const control = controls.find(([, pattern]) => pattern.test(tokens[0] ?? ''))?.[0]
  const rest = control === undefined ? tokens : tokens.slice(1)
  // The last token names the field, those before it whose or where: `section-a home tel`.
  const asked = rest.map((token) => meaningOfToken.get(token)).findLast((meaning) => meaning !== undefined)
  const isPhone = !tokens.some((token) => token === 'fax' || token === 'pager')
  return { control, asked: asked === 'phone' && !isPhone ? 'text' : asked }
}

/** The strongest sign first: autocomplete tokens, the control, words. */
function toldBy({ control, asked }: Signs, { name, label = '' }: Answer): Told | undefined {
  if (asked !== undefined && !(asked === 'text' && control === 'choice')) return asked
  if (control !== undefined && isDecided(control)) return control
  const said = meaningOfWords(name, label)
  if (control === 'phone') return said === 'text' ? 'text' : 'phone'
  if (control === 'number') return said === 'phone' ? 'phone' : 'number'
  return said
}

/** More words than these are a sentence, which may speak of anything. */
const SHORT = 5

/** A short label stands above the name, the name above a sentence; a mere "name" is whose the other one says. */
function meaningOfWords(name: string, label: string): Meaning | undefined {
  const called = meaningOfName(name)
  const words = plainWords(label)
  const isSentence = words.split(' ').length > SHORT
  const asked = meaningOfSample(label) ?? (isSentence ? meaningIn(words) : meaningOfShort(label, words))
  const [first, second] = isSentence ? [called, asked] : [asked, called]
  const refined =
    first === 'name' && second !== undefined && (second === 'company' || isPart(second)) ? second : undefined
  return refined ?? first ?? second
}

/** Where the label is a placeholder it shows what is wanted: `jane@company.com`, `+45 12 34 56 78`, `https://company.com`. */
function meaningOfSample(label: string): Meaning | undefined {
  if (/\S@\S+\.\S/.test(label)) return 'email'
  if (/:\/\/|\bwww\./i.test(label)) return 'text'
  // By these digits the Dutch call a mobile phone's number.
  if (/\b06[\s-]?nummer/i.test(label)) return 'phone'
  return phoneOf(label) ? 'phone' : undefined
}

const joints = /[/&+,]|\s(?:and|or|og|eller|och|und|oder)\s/i

/** Of several things that are asked for at once the one that says who it is: `Name & title`, `Company/Team`, `Name / Company`. */
function meaningOfShort(label: string, words: string): Meaning | undefined {
  const meaning = meaningIn(words)
  if (meaning !== 'text' && meaning !== 'company') return meaning
  const parts = label.split(joints).map((part) => meaningByWords(plainWords(part)))
  if (parts.length === 1) return meaning
  return (
    parts.find((part) => part === 'name' || part === 'whole') ?? parts.find((part) => part === 'company') ?? meaning
  )
}

/** Of `form_fields[email]`, `input_1.3` or `company[0][name]` what stands last; before it may stand whose name it is. */
function meaningOfName(name: string): Meaning | undefined {
  const segments = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[[\].$:/|]+/)
    .map(plainWords)
    .filter((words) => words !== '' && words !== 'value' && words !== 'input')
  const last = meaningIn(segments.at(-1) ?? '')
  return last === 'name' && segments.slice(0, -1).some((words) => meaningIn(words) === 'company') ? 'company' : last
}

function meaningIn(words: string): Meaning | undefined {
  return meaningAlone.get(words) ?? meaningByWords(words)
}

const meaningByWords = (words: string): Meaning | undefined => patterns.find(([, pattern]) => pattern.test(words))?.[0]

const patterns = meanings.map(([meaning, words]) => {
  const alternatives = words.map((word) => word.replaceAll('*', '[a-z]*')).join('|')
  return [meaning, new RegExp(String.raw`\b(?:${alternatives})\b`)] as const
})

/** In small letters without marks, digits and signs, as the lists are written: `Företag *` is `foretag`. */
function plainWords(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
