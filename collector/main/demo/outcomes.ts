/** What sales makes of an enquiry: answered after hours or days, at working hours, and the latest ones not yet. */
import type { IrrelevantReason } from '@leadtrail/shared/event'
import { type VisitorId, leadIdOf } from '@leadtrail/shared/ids'
import { DAY, HOUR, type Instant } from '@leadtrail/shared/time'
import type { Decision } from '../../domain/event.ts'
import { contactTimeline } from '../../domain/timeline-name.ts'
import { platformDigest } from '../../system/digest.ts'
import { atTheDesk } from './calendar.ts'
import { losses } from './messages.ts'
import type { Person } from './people.ts'
import type { Plot } from './plot.ts'
import { type Random, around, chance, pick, weighted } from './random.ts'
import type { Done } from './visit.ts'
import type { Quality } from './ways.ts'

const sellers = ['mette.dam@nordbor.example', 'jonas.friis@nordbor.example', 'karen.lund@nordbor.example']
/** Enquiries that nobody ever answers in the system. */
const FORGOTTEN = 0.04
/** Minor units; the median before what the channel makes of it. */
const REVENUE = 11_200_000

/** What was done in one browser story, oldest first. */
type Enquiry = { readonly visitor: VisitorId; readonly done: readonly Done[] }

const opening = ({ done }: Enquiry): Done | undefined => done.find(({ act }) => act.does !== 'subscribe')
/** A download leaves nothing by which sales could answer. */
const answerable = ({ done }: Enquiry): Done | undefined =>
  done.findLast(({ act }) => act.does !== 'subscribe' && act.does !== 'download')

/** Sales sees that it was no enquiry. */
export function dismiss(plot: Plot, enquiry: Enquiry & { readonly reason: IrrelevantReason }): void {
  const { random } = plot
  const asked = answerable(enquiry)
  if (!asked || chance(random, FORGOTTEN)) return
  const at = atTheDesk(random, asked.at + around(random, 3.5 * HOUR, 2.8))
  deciderOf(plot, enquiry)('irrelevant', at, { reason: enquiry.reason })
}

/** Sales follows it up: qualified, perhaps an offer, then won or lost; some stay open. */
export function pursue(plot: Plot, enquiry: Enquiry & { readonly person: Person; readonly quality: Quality }): void {
  const { random } = plot
  const { person, quality } = enquiry
  const asked = answerable(enquiry)
  if (!asked || chance(random, FORGOTTEN)) return
  const decide = deciderOf(plot, enquiry)
  let at = atTheDesk(random, asked.at + around(random, 4 * HOUR, 2.8))
  const later = (days: number): Instant => (at = atTheDesk(random, at + around(random, days * DAY, 1.8)))
  if (asked.act.does === 'book' || chance(random, 0.7)) decide('qualify', at)
  if (enquiry.done.some(({ act }) => 'person' in act)) describe(plot, person, at)
  if (chance(random, quality.won)) {
    if (chance(random, 0.8)) decide('opportunity', later(3))
    return decide('won', later(15), { revenue: revenueOf(random, quality) })
  }
  const offered = chance(random, 0.55)
  if (offered) decide('opportunity', later(4))
  if (chance(random, offered ? 0.8 : 0.6)) decide('lost', later(12), { reason: weighted(random, losses) })
}

/** One of the sellers, who stays with the lead. */
function deciderOf(plot: Plot, enquiry: Enquiry) {
  const by = pick(plot.random, sellers)
  const opened = opening(enquiry)
  return (decision: Decision['decision'], at: Instant, more: Pick<Decision, 'reason' | 'revenue'> = {}): void => {
    if (!opened) return
    plot.state('person', enquiry.visitor, at, { type: 'decision', lead: leadIdOf(opened.id), decision, ...more, by })
  }
}

/** Whole thousands of kroner. */
const revenueOf = (random: Random, { worth }: Quality): number =>
  Math.max(5, Math.round((around(random, REVENUE, 2) * worth) / 100_000)) * 100_000

/** The CRM tells what sales has found out about the person. */
function describe(plot: Plot, { name, email, phone, title, company }: Person, at: Instant): void {
  const timeline = contactTimeline(platformDigest.sha256(`${plot.site} email:${email}`))
  const known = company ? { industry: company.industry, employees: company.employees, country: company.country } : {}
  const contact = { email, phone, name, ...(company ? { company: company.name } : {}), traits: { title, ...known } }
  plot.state('server', timeline, at, { type: 'identify', contact })
}
