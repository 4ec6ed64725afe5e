/**
 * The parts that only some pages need: adapters of consent banners, embeds and plug-ins, number pools, the site's other
 * domains, frames. They are loaded when the tag asks for them, when somebody begins to fill in a form, and where a page with
 * frames is told something or left for one of them; and they see no more than a `Tag`.
 */
import { config } from './config.ts'
import { answer } from './fields.ts'
import { announce, bind, confirm, gatherBy, heed } from './forms.ts'
import { listen, safely } from './guard.ts'
import { act } from './page.ts'
import { arrive, arriving, choose, know, onVisitor } from './record.ts'
import { adopt } from './visitor.ts'
import type { TagList } from './tag.ts'
import { watch } from './watch.ts'

/** Brings the parts, from the collector or from where the tag itself came. */
export type Load = (host: string) => Promise<{ readonly more: (...tag: TagList) => void | Promise<void> }>

/** Loads the parts now, or when something is done on a page that shows that they are needed. */
export function watchForParts(load: Load): void {
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    void load(config.host)
      .then(({ more }) =>
        more(config, know, choose, act, heed, confirm, answer, onVisitor, adopt, watch, announce, bind, gatherBy),
      )
      // A page whose policy forbids the loading is tracked as well as it can be without.
      .catch(() => undefined)
      .then(safely(arrive))
  }
  if (!config.consent || config.cmp || config.numbers !== undefined || config.domains[0] || arriving) begin()
  // Plug-ins say themselves what became of their forms, and frames show the forms and calendars of others.
  listen(window, 'focusin blur message', (event) => {
    const [target] = event.composedPath() as [HTMLInputElement]
    if (target.form || (event.type !== 'focusin' && window[0])) begin()
  })
}
