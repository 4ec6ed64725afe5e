/** What is watched in a window: in that of the page, and in those that its frames show of the same origin. */
import { config } from './config.ts'
import { watchForms } from './forms.ts'
import { tried } from './guard.ts'
import { watchLinks } from './links.ts'

export function watch(view: Window & typeof globalThis): void {
  watchLinks(view)
  if (config.forms !== 'off') tried(() => watchForms(view))
}
