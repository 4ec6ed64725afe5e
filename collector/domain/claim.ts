/** Claims: what an event says of a person, from a form's answers, an identify or a server's statement. */
import type { Claim } from '@leadtrail/shared/event'
import { type TypedAnswer, answersOf } from './answer.ts'
import { type LogEvent, isType } from './event.ts'
import { emailOf, externalIdOf, keysOf, phoneOf } from './identifier.ts'

/** What the event says of a person; undefined when it says nothing. What a server names wins over a form's fields. */
export function claimOf(event: LogEvent): Claim | undefined {
  // An outcome that names its lead says what became of it, not whose browser that was.
  if (isType(event, 'outcome') && event.body.lead !== undefined) return undefined
  const stated = 'contact' in event.body ? event.body.contact : undefined
  if (isType(event, 'call') && event.body.from) return { phone: event.body.from, ...stated }
  if (!isType(event, 'form')) return stated
  const answered = claimOfAnswers(answersOf(event))
  return answered && stated ? { ...answered, ...stated } : (stated ?? answered)
}

function claimOfAnswers(answers: readonly TypedAnswer[]): Claim | undefined {
  const valuesOf = (type: TypedAnswer['type']) =>
    answers.flatMap((answer) => (answer.type === type && answer.value.trim()) || [])
  // An address is often asked for twice, and one that is none says nothing beside one that is.
  const [emails, phones] = [valuesOf('email'), valuesOf('phone')]
  const claim = {
    email: emails.find((email) => emailOf(email)) ?? emails[0],
    phone: phones.find((phone) => phoneOf(phone)) ?? phones[0],
    name: nameIn(answers.filter(({ type, value }) => type === 'name' && value.trim())),
    company: valuesOf('company')[0],
  }
  return Object.values(claim).some(Boolean) ? claim : undefined
}

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

/** First and last name stand in fields of their own as often as in one, in whatever order the form asks for them. */
function nameIn(names: readonly TypedAnswer[]): string | undefined {
  const [given, infix, family] = (['given', 'infix', 'family'] as const).map(
    (part) => names.find((answer) => answer.part === part)?.value,
  )
  // Beside a given name a mere "name" is the family's, beside a family name the given one; beside both it repeats them.
  const whole = given && family ? [] : wholeNames(names)
  const parts = family ? [given, ...whole, infix, family] : [given, infix, ...whole]
  return [...new Set(parts.flatMap((part) => part?.trim() || []))].join(' ').slice(0, 200) || undefined
}

/** "Name 2" is another person's. */
function wholeNames(names: readonly TypedAnswer[]): string[] {
  const numberless = ({ label, name }: TypedAnswer) => (label || name).replaceAll(/\d+/g, '').trim()
  const asked = names.filter(({ part }) => part === 'whole')
  return asked
    .filter((answer, place) => asked.findIndex((other) => numberless(other) === numberless(answer)) === place)
    .map(({ value }) => value)
}
