/**
 * The banner that asks the visitor: what he tells it is told to the tag, when he says it and when he takes it back. Nothing
 * is said in his place: a banner that is silent, broken or not there yet leaves everything as it is.
 */
import { later, listen, safely, tried } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { announcements, banners } from './consent/banners.ts'

/**
 * Follows the banner of `data-cmp`: `<name>`, or `<name>:<category>,<category>` of which all must be granted; `auto` follows
 * the first that is there. It is looked at when something is announced, when the visitor clicks or comes back, half a second
 * after that, and at growing intervals for the first three minutes.
 */
export function listenToBanner({ config: { cmp = '' }, choose }: Tag): void {
  const [given = '', mapping] = cmp.replace(/\s/g, '').split(':')
  const name = given.toLowerCase()
  const auto = name === 'auto'
  let said: string | undefined

  const look = safely(() => {
    let choice: 'granted' | 'denied' | undefined
    asked.some(([categories, read]) =>
      tried(() => {
        const is = categories.map(read)
        if (is.includes(false)) choice = 'denied'
        else if (is.every((one) => one === true)) choice = 'granted'
        return !is.includes(null)
      }),
    )
    if (choice === said) return
    said = choice
    // A yes that the banner has forgotten is one no longer.
    choose(choice || 'denied')
  })

  const asked = banners
    .filter(([known, usual]) => known === name || (auto && usual))
    .map(([, usual, open]) => [(mapping || usual).split(','), open(look, auto)] as const)

  if (!asked[0]) return
  const poll = (wait: number) => {
    look()
    if (wait < 60_000) later(wait, () => poll(wait * 1.5))
  }

  listen(window, announcements + ' click pageshow visibilitychange', () => {
    look()
    later(500, look)
  })
  poll(100)
}
