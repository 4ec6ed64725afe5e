/**
 * The parts that only some pages need: adapters of consent banners, embeds and plug-ins, number pools, the site's other
 * domains, frames. They are loaded when the tag or the page shows that they are needed, and see no more than a `Tag`.
 */
import { config } from './config.ts'
import { answer } from './fields.ts'
import { heed, sent } from './forms.ts'
import { listen, tried } from './guard.ts'
import { isOwn } from './links.ts'
import { act } from './page.ts'
import { arrive, arriving, choose, know, onVisitor } from './record.ts'
import { adopt } from './visitor.ts'
import type { Tag } from './tag.ts'
import { watch } from './watch.ts'

/** Brings the parts, from the collector or from where the tag itself came. */
export type Load = (host: string) => Promise<{ readonly more: (tag: Tag) => void | Promise<void> }>

/** Frames, in which calendars and forms of others stand, and forms of plug-ins that say themselves what was sent. */
const telling =
  'iframe,.wpcf7-form,[id^=gform_],.wpforms-ajax-form,.elementor-form,[id^=mauticform],.hs-form,[class*=hsfc-]'

/** Loads the parts now, or when something is done on a page that shows that they are needed. */
export function watchForParts(load: Load): void {
  let begun = false
  const begin = async () => {
    if (begun) return
    begun = true
    try {
      const { more } = await load(config.host)
      await more({ config, know, choose, record: act, heed, sent, answer, onVisitor, adopt, isOwn, watch })
    } catch {
      // A page whose policy forbids the loading is tracked as well as it can be without.
    }
    tried(arrive)
  }
  if (!config.consent || config.cmp || config.numbers !== undefined || config.domains[0] || arriving) void begin()
  listen(window, 'focusin blur message', () => {
    if (!begun && document.querySelector(telling)) void begin()
  })
}
