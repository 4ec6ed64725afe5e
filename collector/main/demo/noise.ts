/** What a real site gets besides people: crawlers, broken events that are put aside with a reason, and resends. */
import { browserEventSchema } from '@leadtrail/shared/event'
import { SECOND, instant } from '@leadtrail/shared/time'
import { errorsOf } from '../../flow/receive.ts'
import type { Quarantined } from '../../ports/store.ts'
import { type Day, momentOf } from './calendar.ts'
import { crawlerAgent } from './devices.ts'
import { pages, walk } from './pages.ts'
import type { Plot, Setting } from './plot.ts'
import { type Random, between, chance, pick, randomOf } from './random.ts'

/** A program goes through some pages, and stays nowhere. */
export function crawl(plot: Plot): void {
  const { random, day, base } = plot
  const browser = plot.browser('a', crawlerAgent(random))
  let at: number = momentOf(random, day, false)
  const referrer = chance(random, 0.1) ? { referrer: 'https://free-seo-audit.example/' } : {}
  for (const page of walk(random, 'home', between(random, 1, 5))) {
    const { path, title } = pages[page]
    plot.say(browser, at, { type: 'page', url: base + path, title, ...referrer })
    at += between(random, 1, 6) * SECOND
  }
}

/** Events as broken set-ups send them; each is refused by the wire schema. */
const nonsense: readonly ((base: string) => Record<string, unknown>)[] = [
  () => ({ type: 'page', url: 'javascript:void(0)' }),
  () => ({ type: 'page', url: 'about:blank' }),
  () => ({ type: 'pageview', url: '/demo/pricing' }),
  (base) => ({ type: 'page', url: `${base}/demo/`, title: 'Nordbor \ud83d' }),
  (base) => ({ type: 'page', url: `${base}/demo/`, at: 1234 }),
  (base) => ({ type: 'engagement', url: `${base}/demo/`, engagedMs: -250 }),
  (base) => ({ type: 'click', url: `${base}/demo/`, kind: 'share', target: 'https://social.example' }),
  (base) => ({ type: 'form', url: `${base}/demo/contact`, fields: 'name=x' }),
  (base) => ({ type: 'custom', url: `${base}/demo/`, name: '' }),
]

/** What is put aside on a day: one broken event in every so many days. */
export function nonsenseOn({ seed, base }: Setting, day: Day): Quarantined[] {
  const random = randomOf('nonsense', seed, day.iso)
  if (!chance(random, 0.13)) return []
  const at = momentOf(random, day, true)
  const id = `demo${seed}-${day.iso.replaceAll('-', '')}-x0-0`
  const event = { id, at, ...pick(random, nonsense)(base) }
  const { error } = browserEventSchema.safeParse(event)
  const [wrong] = error ? errorsOf(error) : []
  if (!wrong) return []
  const receivedAt = instant(at + between(random, 60, 900))
  return [{ id, receivedAt, reason: `${wrong.path || 'event'}: ${wrong.message}`, body: JSON.stringify(event) }]
}

/** A few events come twice, because an answer was lost on the way. */
export function resent<Event>(random: Random, events: readonly Event[]): Event[] {
  return events.filter(() => chance(random, 0.002))
}
