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

/** Borrows the numbers as soon as the visitor may be counted and sees the page, and gives them back when he may not. */
export function swapNumbers(tag: Tag): void {
  let visitor: string | undefined
  let due = 0
  const borrow = () => {
    const now = Date.now()
    // A framework that takes over what the server wrote expects it untouched, and has done so when all is loaded.
    if (visitor === undefined || document.hidden || document.readyState !== 'complete' || now < due) return
    due = now + beat
    const asking = visitor
    void ask<Borrowed>(tag, '/n', visitor).then(
      safely((lease) => {
        if (!lease?.swap || asking !== visitor) return
        due = now + lease.again
        lend(lease.swap)
      }),
    )
  }
  tag.onVisitor((kept) => {
    if (kept === visitor) return
    if (visitor !== undefined) lend([])
    visitor = kept
    due = 0
    borrow()
  })
  listen(window, 'load visibilitychange', borrow)
  setInterval(borrow, beat)
}
