/**
 * People who get in touch: buyers, whose journeys take weeks and several visits, and all the others. Which channel brings
 * which of them is the point of the demo: many enquiries are not the same as good ones.
 */
import type { Channel } from '@leadtrail/shared/reports'
import type { IrrelevantReason } from '@leadtrail/shared/event'
import type { Instant } from '@leadtrail/shared/time'
import { type Arrival, arrivalBy, enquiryChannel, returnOn } from './arrivals.ts'
import { daysLater, isoDayAfter, momentOf } from './calendar.ts'
import { deskAgent, handAgent } from './devices.ts'
import { messageOf, reasons } from './messages.ts'
import { dismiss, pursue } from './outcomes.ts'
import { type PageName, walk } from './pages.ts'
import { type Person, colleagueOf, somebodyAtWork, somebodyPrivate } from './people.ts'
import type { Browser, Plot } from './plot.ts'
import { type Random, type Weighted, around, between, chance, weighted } from './random.ts'
import { type Act, type Done, looking, visit } from './visit.ts'
import { quality } from './ways.ts'

type Way = Act['does']

/** Tells one story of somebody who gets in touch, and of what sales makes of it. */
export function enquire(plot: Plot): void {
  const { random } = plot
  const channel = enquiryChannel(random)
  if (chance(random, quality[channel].usable)) buy(plot, channel)
  else bother(plot, channel, weighted(random, reasons))
}

const buying: Weighted<Way> = [[50, 'ask'], [16, 'book'], [17, 'call'], [7, 'write'], [10, 'download']] // prettier-ignore

function buy(plot: Plot, channel: Channel): void {
  const { random, day } = plot
  const person = somebodyAtWork(random)
  const desk = plot.browser('a', deskAgent(random))
  const visits = Math.min(9, Math.max(1, Math.round(around(random, quality[channel].visits, 1.8))))
  const asking = visits > 1 && chance(random, 0.25) ? visits - 2 : visits - 1
  const way = weighted(random, buying)
  const reading = asking > 0 && chance(random, 0.3) ? between(random, 0, asking - 1) : -1
  const hand = visits > 2 && chance(random, 0.24) ? plot.browser('b', handAgent(random)) : undefined
  const done: Done[] = []
  let at = momentOf(random, day, true)
  for (let time = 0; time < visits; time += 1) {
    if (time > 0) at = daysLater(random, at, around(random, 4, 2.4), true)
    const arrival = time === 0 ? arrivalBy(random, channel, day) : returnOn(random, day)
    // On the phone they read the letter, which tells whose phone it is.
    const onTheWay = hand !== undefined && time === 1 && asking !== 1
    const act = time === asking ? actOf(plot, way, person, at) : time === reading ? readingAct : undefined
    if (onTheWay) done.push(...call(plot, hand, at, arrival, { does: 'subscribe', person }))
    else done.push(...call(plot, desk, at, arrival, act))
  }
  if ((way === 'call' || way === 'write') && chance(random, 0.4)) {
    const later = daysLater(random, at, around(random, 1, 2), true)
    const back = arrivalBy(random, 'Direct', day)
    done.push(...call(plot, desk, later, back, actOf(plot, 'ask', person, later)))
  }
  pursue(plot, { visitor: desk.visitor, done, person, quality: quality[channel] })
  if (way === 'ask' && chance(random, 0.05)) lend(plot, desk, at, person, channel)
}

const readingAct: Act = { does: 'download' }

/** A colleague writes from the same machine. */
function lend(plot: Plot, desk: Browser, at: Instant, { company }: Person, channel: Channel): void {
  const { random, day } = plot
  if (!company) return
  const person = colleagueOf(random, company)
  const later = daysLater(random, at, around(random, 6, 2), true)
  const done = call(plot, desk, later, arrivalBy(random, 'Direct', day), actOf(plot, 'ask', person, later))
  pursue(plot, { visitor: desk.visitor, done, person, quality: quality[channel] })
}

const bothering: Readonly<Record<IrrelevantReason, Weighted<Way>>> = {
  support: [[64, 'ask'], [31, 'call'], [5, 'write']],
  seller: [[64, 'ask'], [20, 'call'], [16, 'write']],
  'job-seeker': [[62, 'ask'], [38, 'write']],
  other: [[60, 'ask'], [22, 'call'], [12, 'write'], [6, 'book']],
  spam: [[1, 'ask']],
  'wrong-number': [[86, 'call'], [14, 'ask']],
  test: [[60, 'ask'], [40, 'book']],
} // prettier-ignore

function bother(plot: Plot, channel: Channel, reason: IrrelevantReason): void {
  const { random, day } = plot
  const atWork = reason === 'support' || reason === 'seller' || reason === 'test'
  const person = reason === 'test' ? tester(random) : atWork ? somebodyAtWork(random) : somebodyPrivate(random)
  const browser = plot.browser('a', chance(random, atWork ? 0.8 : 0.4) ? deskAgent(random) : handAgent(random))
  const visits = chance(random, 0.78) ? 1 : between(random, 2, 3)
  const done: Done[] = []
  let at = momentOf(random, day, atWork)
  for (let time = 0; time < visits; time += 1) {
    if (time > 0) at = daysLater(random, at, around(random, 2.5, 2), atWork)
    const arrival = time === 0 ? arrivalBy(random, channel, day) : returnOn(random, day)
    const last = time === visits - 1
    const act = last ? actOf(plot, weighted(random, bothering[reason]), person, at, reason) : undefined
    done.push(...call(plot, browser, at, arrival, act))
  }
  dismiss(plot, { visitor: browser.visitor, done, reason })
}

const tester = (random: Random): Person => ({
  name: 'Test Test',
  email: `test${between(random, 1, 999)}@webbureauet.example`,
  phone: '+45 00 00 00 01',
  title: '',
  company: undefined,
})

function actOf({ random }: Plot, does: Way, person: Person, at: Instant, reason?: IrrelevantReason): Act {
  if (does === 'ask') return { does, person, message: messageOf(random, reason), withPhone: chance(random, 0.55) }
  if (does === 'book') return { does, person, on: isoDayAfter(at, between(random, 3, 20)) }
  return does === 'subscribe' ? { does, person } : { does }
}

const placeOf: Readonly<Record<Way, Weighted<PageName>>> = {
  ask: [[1, 'contact']],
  book: [[1, 'booking']],
  call: [[60, 'contact'], [22, 'pricing'], [18, 'home']],
  write: [[75, 'contact'], [25, 'home']],
  download: [[46, 'pricing'], [30, 'guide'], [24, 'home']],
  subscribe: [[50, 'guide'], [50, 'wells']],
} // prettier-ignore

/** A visit that walks around and, where there is something to do, goes to the page for it. */
function call(plot: Plot, browser: Browser, at: Instant, arrival: Arrival, act: Act | undefined): Done[] {
  const { random } = plot
  const walked = walk(random, arrival.landing, between(random, 1, act ? 4 : 6))
  if (!act) return visit(plot, browser, at, arrival, looking(walked))
  const page = weighted(random, placeOf[act.does])
  const before = walked.at(-1) === page ? walked.slice(0, -1) : walked
  return visit(plot, browser, at, arrival, [...looking(before), { page, act }])
}
