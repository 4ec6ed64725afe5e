/**
 * The tag, as a script on a page. It watches what a visitor does and says, and hands it to the collector; it changes
 * nothing on the page, keeps nothing on the device that consent does not allow, and never throws.
 */
import { configOf } from './config.ts'
import { tried } from './guard.ts'
import type { Load } from './parts.ts'
import { start } from './start.ts'

/** `load` brings the parts that only some pages need. */
export function startScript(load: Load): void {
  tried(() => {
    const element = (document.currentScript || document.querySelector('script[data-site]')) as HTMLScriptElement
    const config = configOf(element.dataset, element.src)
    if (config) start(config, load)
  })
}
