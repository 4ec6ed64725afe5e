/**
 * Traits: what is known of a person by name of the fact (title, industry, company …) and which event said so. They are read
 * from the events themselves, so that what was known at some time can be asked for.
 */
import type { EventId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import { answersOf } from './answer.ts'
import { attributesOf, claimOf } from './claim.ts'
import type { LogEvent } from './event.ts'

export type Fact = { readonly value: string; readonly event: EventId; readonly at: Instant }
/** The fact of a name; undefined means unknown. */
export type Facts = (trait: string) => Fact | undefined

/** What forms and CRMs call the traits of domain rule 7, without spaces and signs. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  title: [
    'jobtitle', 'job', 'role', 'jobrole', 'position', 'titel', 'tittel', 'stilling', 'stillingsbetegnelse', 'rolle',
    'funktion', 'befattning', 'roll', 'beruf', 'functie', 'functietitel', 'rol',
  ],
  industry: ['sector', 'branche', 'bransje', 'bransch', 'industri', 'sektor', 'sektör', 'branchen', 'bedrijfstak'],
  employees: [
    'companysize', 'numberofemployees', 'headcount', 'size', 'ansatte', 'antalansatte', 'antallansatte', 'medarbejdere',
    'anställda', 'antalanställda', 'mitarbeiter', 'mitarbeiterzahl', 'medewerkers', 'aantalmedewerkers',
  ],
  country: ['land'],
  budget: ['budsjett', 'budgetramme', 'yourbudget'],
} // prettier-ignore

const nameOf = new Map(Object.entries(aliases).flatMap(([trait, names]) => names.map((name) => [name, trait] as const)))

/** `Job title`, `job_title` and `stilling` are one trait. */
function canonical(name: string): string {
  const plain = name.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '') // prettier-ignore
  return nameOf.get(plain) ?? plain
}

/** These come as claims, which were checked; a field that only bears such a name proves nothing. */
const attributes = ['email', 'phone', 'name', 'company'] as const
const checked: ReadonlySet<string> = new Set(attributes)

/** The facts that events state, given oldest first. A server or a person stands above a browser; then the latest word counts. */
export function factsOf(events: readonly LogEvent[]): Facts {
  const claimed = new Map<string, Fact>()
  const trusted = new Map<string, Fact>()
  for (const event of events) {
    const facts = event.origin === 'browser' ? claimed : trusted
    for (const [trait, value] of statementsOf(event)) facts.set(trait, { value, event: event.id, at: event.at })
  }
  return (trait) => trusted.get(canonical(trait)) ?? claimed.get(canonical(trait))
}

function statementsOf(event: LogEvent): [trait: string, value: string][] {
  const claim = claimOf(event)
  const stated = claim && attributesOf(claim)
  return [
    ...answersOf(event)
      .filter(({ type }) => type !== 'message')
      .flatMap(({ name, label, value }) => [name, label ?? ''].map((called) => [canonical(called), value] as const)),
    ...Object.entries(stated?.traits ?? {}).map(([name, value]) => [canonical(name), String(value ?? '')] as const),
  ]
    .filter(([trait]) => trait !== '' && !checked.has(trait))
    .concat(attributes.map((name) => [name, stated?.[name] ?? ''] as const))
    .flatMap(([trait, value]): [string, string][] => (value.trim() ? [[trait, value.trim()]] : []))
}
