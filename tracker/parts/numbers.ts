/**
 * The collector lends the visitor telephone numbers of the site's pools, so that a call tells who calls. They are his for as
 * long as he looks at the page; when they are his no more, the page says its own again.
 */
import type { Borrowed } from '@leadtrail/shared/ask'
import { listen, safely } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { ask } from './ask.ts'
import { lend } from './number-writer.ts'

/** How often it is looked whether the collector is to be asked, and asked again where it does not answer. */
const beat = 20_000
/** How long an answer holds at most: half of the lease, but the clock here may be wrong. */
const longest = 600_000

/** Borrows the numbers as soon as the visitor may be counted and sees the page, and gives them back when he may not. */
export function swapNumbers(tag: Tag): void {
  let visitor: string | undefined
  let due = Infinity
  const borrow = safely(() => {
    const now = Date.now()
    if (document.visibilityState === 'hidden' || now < due) return
    due = now + beat
    const asking = visitor
    void ask<Borrowed>(tag, '/n', { visitor: asking || undefined }).then(
      safely((lease) => {
        if (!lease || asking !== visitor) return
        const { swap, until } = lease
        due = until ? Math.min(now + longest, (now + until) / 2) : Infinity
        lend(swap)
      }),
    )
  })
  tag.onVisitor((kept) => {
    if (kept === visitor) return
    visitor = kept
    due = kept === undefined ? Infinity : 0
    if (!kept) lend([])
    borrow()
  })
  listen(document, 'visibilitychange', borrow)
  setInterval(borrow, beat)
}
