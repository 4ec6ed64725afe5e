/**
 * The visitor goes from one of the site's domains to another, where no cookie follows: for the moment of a click the link
 * carries a token, under which the collector holds for two minutes who he is. Whoever arrives with it asks once.
 */
import type { Crossed } from '@leadtrail/shared/ask'
import { later, listen } from '../guard.ts'
import { randomId } from '../random-id.ts'
import type { Tag } from '../tag.ts'
import { ask } from './ask.ts'

/** Whether the host is the site's own domain, or below it. */
const covers = (own: string, { hostname }: { hostname: string }) =>
  ('.' + hostname).endsWith(own.replace(/^(www)?\.?/, '.'))

/** Watches links and forms. What it answers resolves when it is known, or given up, who arrived here. */
export async function cross(tag: Tag): Promise<void> {
  let kept: string | undefined
  tag.onVisitor((value) => {
    kept = value
  })
  listen(window, 'click auxclick submit', (event) => {
    const isSent = event.type === 'submit'
    const name = isSent ? 'action' : 'href'
    const way = (event.composedPath() as Element[]).find((one) => one.matches?.(isSent ? '[method=post]' : ':any-link'))
    if (!kept || !way || (event as MouseEvent).button > 1 || way.closest('[data-lt-ignore]')) return
    const before = way.getAttribute(name) || ''
    const url = new URL(before, way.baseURI)
    const domains = tag.config.domains.filter((own) => covers(own, url))
    // Where the cookie is seen as well he is known without.
    if (!domains[0] || domains.some((own) => covers(own, location))) return
    const token = randomId()
    void ask(tag, '/x', kept, token)
    url.search += (url.search && '&') + 'lt_t=' + token
    way.setAttribute(name, url.href)
    // By then the browser has read it; the page may have changed it.
    later(0, () => way.getAttribute(name) === url.href && way.setAttribute(name, before))
  })
  const address = new URL(location.href)
  const token = address.searchParams.get('lt_t')
  if (!token) return
  address.searchParams.delete('lt_t')
  history.replaceState(history.state, '', address)
  // What the click said may still be on its way.
  for (const pause of [0, 400, 1200]) {
    await new Promise<void>((done) => later(pause, done))
    const crossed = await ask<Crossed>(tag, '/x', undefined, token)
    if (crossed?.visitor) return tag.adopt(crossed.visitor)
  }
}
