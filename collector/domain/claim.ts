/** Claims: what an event says of a person, from a form's answers, an identify or a server's statement. */
import type { Answer, Claim } from '@leadtrail/shared/event'
import { type LogEvent, isType } from './event.ts'
import { emailOf, externalIdOf, keysOf, phoneOf } from './identifier.ts'

/** What the event says of a person; undefined when it says nothing. What a server names wins over a form's fields. */
export function claimOf(event: LogEvent): Claim | undefined {
  // An outcome that names its lead says what became of it, not whose browser that was.
  if (isType(event, 'outcome') && event.body.lead !== undefined) return undefined
  const stated = 'contact' in event.body ? event.body.contact : undefined
  if (isType(event, 'call') && event.body.from) return { phone: event.body.from, ...stated }
  if (!isType(event, 'form')) return stated
  const answered = claimOfAnswers(event.body.fields)
  return answered && stated ? { ...answered, ...stated } : (stated ?? answered)
}

function claimOfAnswers(given: readonly Answer[]): Claim | undefined {
  const answers = given.map((answer) => ({ ...answer, type: answer.type ?? typeByName(answer) }))
  const valueOf = (type: Answer['type']) =>
    answers.find((answer) => answer.type === type && answer.value.trim())?.value.trim()
  const email = valueOf('email') ?? answers.find(({ type, value }) => type !== 'message' && emailOf(value))?.value
  const claim = { email, phone: valueOf('phone'), name: nameIn(answers), company: valueOf('company') }
  return Object.values(claim).some(Boolean) ? claim : undefined
}

/** What a field asks for by its name, where its sender did not say; the tag has looked at the form itself. */
const typesByName: readonly (readonly [RegExp, Answer['type']])[] = [
  [/^(e-?mail|epost|e-?post)/i, 'email'],
  [/^(phone|tel|mobil|telefon)/i, 'phone'],
  [/^((full|first|last|for|efter|etter|vor|nach)?[ _-]?(name|navn|namn|naam)|your[ _-]name)$/i, 'name'],
  [/^(company|firma|virksomhed|bedrift|organi[sz]ation|foretag|företag|bedrijf|unternehmen)/i, 'company'],
  [/^(message|besked|melding|meddelande|bericht|nachricht|comment|kommentar)/i, 'message'],
]
const typeByName = ({ name }: Answer): Answer['type'] => typesByName.find(([pattern]) => pattern.test(name))?.[1]

/** Whether somebody can be reached by what the event says, be it no key by which they are found again. */
export function isReachable(event: LogEvent): boolean {
  const claim = claimOf(event)
  return claim !== undefined && Boolean(emailOf(claim.email) ?? phoneOf(claim.phone))
}

/**
 * The strong keys under which the event is found again. A browser may claim one key an event (e-mail before
 * id): only a server or a person may state that two keys are one person (domain rule 5).
 */
export function strongKeysOf(event: LogEvent): string[] {
  const claim = claimOf(event)
  if (!claim) return []
  const keys = keysOf(claim)
  if (event.origin !== 'browser') return keys
  const email = keys.find((key) => key.startsWith('email:')) ?? keys[0]
  return email ? [email] : []
}

/** The parts of a claim that hold water, cleaned. */
export function attributesOf(claim: Claim) {
  const text = (value: string | undefined) => value?.trim() || undefined
  return {
    email: emailOf(claim.email),
    phone: phoneOf(claim.phone),
    name: text(claim.name),
    company: text(claim.company),
    externalId: externalIdOf(claim.id),
    traits: claim.traits ?? {},
  }
}

/** First and last name stand in fields of their own as often as in one. */
function nameIn(answers: readonly Answer[]): string | undefined {
  const parts = answers.filter(({ type }) => type === 'name').map(({ value }) => value.trim())
  return [...new Set(parts.filter(Boolean))].join(' ').slice(0, 200) || undefined
}
