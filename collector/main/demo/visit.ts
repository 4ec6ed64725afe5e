/** One visit: the pages in order, the time spent on each, and what the visitor did there. */
import type { Answer } from '@leadtrail/shared/event'
import type { EventId } from '@leadtrail/shared/ids'
import { type Instant, MINUTE, SECOND } from '@leadtrail/shared/time'
import type { Arrival } from './arrivals.ts'
import { topics } from './messages.ts'
import { type PageName, pages } from './pages.ts'
import type { Person } from './people.ts'
import type { Browser, Plot } from './plot.ts'
import { around, between, chance, pick } from './random.ts'

/** What somebody does on a page that says more than reading it. */
export type Act =
  | { readonly does: 'call' | 'write' | 'download' }
  | { readonly does: 'subscribe'; readonly person: Person }
  | { readonly does: 'ask'; readonly person: Person; readonly message: string; readonly withPhone: boolean }
  | { readonly does: 'book'; readonly person: Person; readonly on: string }

export type Step = { readonly page: PageName; readonly act?: Act }
/** An act and the event that records it. */
export type Done = { readonly act: Act; readonly id: EventId; readonly at: Instant }

/** Pages without anything done on them. */
export const looking = (walked: readonly PageName[]): Step[] => walked.map((page) => ({ page }))

/** Tells a visit; answers what was done in it, oldest first. */
export function visit(plot: Plot, browser: Browser, at: Instant, arrival: Arrival, steps: readonly Step[]): Done[] {
  const { random, base, say } = plot
  const done: Done[] = []
  let now: number = at
  let referrer = arrival.referrer
  const view = (page: PageName, query: string): string => {
    const url = `${base}${pages[page].path}${query}`
    say(browser, now, { type: 'page', url, ...(referrer ? { referrer } : {}), title: pages[page].title })
    referrer = url
    return url
  }
  for (const [place, { page, act }] of steps.entries()) {
    const url = view(page, place === 0 ? arrival.query : '')
    // Somebody loads the page again.
    if (chance(random, 0.015)) say(browser, (now += between(random, 2, 9) * SECOND), { type: 'page', url, title: pages[page].title }) // prettier-ignore
    const spent = Math.min(10 * MINUTE, Math.round(around(random, act ? 80 : 28, 2.4) * SECOND))
    if (act) {
      const id = say(browser, now + Math.round(spent * 0.8), eventOf(plot, act, url))
      done.push({ act, id, at: plot.events.at(-1)?.at ?? at })
    }
    now += spent
    if (chance(random, 0.4)) say(browser, now, engagement(plot, url, spent))
    if (act && 'person' in act) {
      now += SECOND
      view('thanks', '')
      now += between(random, 4, 25) * SECOND
    }
  }
  return done
}

type Said = Parameters<Plot['say']>[2]

const engagement = ({ random }: Plot, url: string, spent: number): Said => ({
  type: 'engagement',
  url,
  engagedMs: Math.round(spent * (0.3 + 0.6 * random())),
  scroll: between(random, 2, 20) * 5,
})

const phoneNumber = '+45 00 12 34 56'
const mailbox = 'hello@nordbor.example'

function eventOf({ random, base }: Plot, act: Act, url: string): Said {
  const title = Object.values(pages).find(({ path }) => url.split('?')[0] === base + path)?.title
  const place = { url, ...(title ? { title } : {}) }
  const form = { action: `${base}${pages.thanks.path}` }
  switch (act.does) {
    case 'call':
      return { ...place, type: 'click', kind: 'tel', target: phoneNumber.replaceAll(' ', ''), label: phoneNumber }
    case 'write':
      return { ...place, type: 'click', kind: 'mailto', target: mailbox, label: mailbox }
    case 'download':
      return { ...place, type: 'click', kind: 'download', target: `${base}/demo/brochure.pdf`, label: 'Brochure (PDF)' }
    case 'subscribe':
      return { ...place, type: 'form', kind: 'newsletter', form, fields: [email(act.person, 'Your e-mail')] }
    case 'ask':
      return { ...place, type: 'form', form, fields: questions(act) }
    case 'book':
      return {
        ...place,
        type: 'form',
        kind: 'demo',
        form,
        fields: [
          ...signature(act.person),
          { name: 'date', label: 'Day that suits you', type: 'text', value: act.on },
          { name: 'topic', label: 'What do you want to see?', type: 'choice', value: pick(random, topics) },
        ],
      }
  }
}

const email = ({ email: value }: Person, label = 'E-mail'): Answer => ({ name: 'email', label, type: 'email', value })

const signature = (person: Person): Answer[] => [
  { name: 'name', label: 'Name', type: 'name', value: person.name },
  ...(person.company
    ? [{ name: 'company', label: 'Company', type: 'company', value: person.company.name } as const]
    : []),
  email(person),
]

const questions = ({ person, message, withPhone }: Extract<Act, { does: 'ask' }>): Answer[] => [
  ...signature(person),
  ...(withPhone ? [{ name: 'phone', label: 'Phone (optional)', type: 'phone', value: person.phone } as const] : []),
  { name: 'message', label: 'What do you want to drill?', type: 'message', value: message },
]
