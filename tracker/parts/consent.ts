/**
 * The banner that asks the visitor: what he tells it is told to the tag, when he says it and when he takes it back. Nothing
 * is said in his place: a banner that is silent, broken or not there yet leaves everything as it is.
 */
import { later, listen, tried } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { banners } from './consent/banners.ts'

/** Looks at the banner this often, in ms: what is taken back has to be gone within a second. */
const pace = 500
/** So often since something was last done on the page: three minutes. */
const patience = 360

const wordsOf = (text: string): string[] => text.match(/[^\s:,]+/g) || []

/**
 * Follows the banner of `data-cmp`: `<name>`, or `<name>:<category>,<category>` of which all must be granted; `auto` follows
 * the first that says something.
 */
export function listenToBanner({ config: { cmp = '' }, choose }: Tag): void {
  const [given, ...named] = wordsOf(cmp)
  if (!given) return
  const name = given.toLowerCase()
  let said: 'granted' | 'denied' | undefined
  let left = 0

  const look = () => {
    let choice: typeof said
    banners.some(([words, read]) =>
      tried(() => {
        const [known, ...usual] = wordsOf(words)
        if (name !== known && name !== 'auto') return
        const is = (named[0] ? named : usual).map(read)
        if (is.includes(false)) choice = 'denied'
        else if (is[0] && is.every((one) => one === true)) choice = 'granted'
        return choice
      }),
    )
    // A yes that the banner has forgotten is one no longer.
    if (choice !== said) choose((said = choice) || 'denied')
  }
  const poll = () => {
    if (--left) later(pace, poll)
    look()
  }
  const begin = () => {
    if (!left) later(0, poll)
    left = patience
  }

  listen(window, 'click blur pageshow visibilitychange', begin)
  begin()
}
