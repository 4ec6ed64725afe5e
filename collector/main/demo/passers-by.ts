/** People who look around and leave; some come back, a few subscribe to the letter, nobody asks for anything. */
import { arrivalBy, firstChannel, returnOn } from './arrivals.ts'
import { daysLater, momentOf } from './calendar.ts'
import { deskAgent, handAgent } from './devices.ts'
import { walk } from './pages.ts'
import { somebodyAtWork } from './people.ts'
import type { Plot } from './plot.ts'
import { type Random, around, between, chance, weighted } from './random.ts'
import { type Step, looking, visit } from './visit.ts'

/** Tells one story of somebody who only looks. */
export function passBy(plot: Plot): void {
  const { random, day } = plot
  const atWork = chance(random, 0.68)
  const browser = plot.browser('a', chance(random, atWork ? 0.8 : 0.3) ? deskAgent(random) : handAgent(random))
  const channel = firstChannel(random, day)
  const bought = ['Paid', 'Display', 'Cross'].some((word) => channel.startsWith(word))
  let at = momentOf(random, day, atWork)
  const first = arrivalBy(random, channel, day)
  visit(
    plot,
    browser,
    at,
    first,
    steps(random, looking(walk(random, first.landing, length(random, bought ? 0.58 : 0.42)))),
  )
  const more = chance(random, 0.17) ? weighted(random, [[60, 1], [24, 2], [10, 3], [6, 5]]) : 0 // prettier-ignore
  for (let time = 0; time < more; time += 1) {
    at = daysLater(random, at, around(random, 5, 2.6), atWork)
    const arrival = returnOn(random, day)
    visit(plot, browser, at, arrival, looking(walk(random, arrival.landing, length(random, 0.36))))
  }
}

/** A share of visits ends on the page on which it began. */
const length = (random: Random, bounces: number): number =>
  chance(random, bounces) ? 1 : Math.min(9, 1 + Math.ceil(around(random, 1.6, 2)))

/** Of those who read on, a few leave their address for the letter. */
function steps(random: Random, walked: readonly Step[]): readonly Step[] {
  const last = walked.at(-1)
  if (!last || walked.length < between(random, 2, 4) || !chance(random, 0.012)) return walked
  return [...walked.slice(0, -1), { page: last.page, act: { does: 'subscribe', person: somebodyAtWork(random) } }]
}
