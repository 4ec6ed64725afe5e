/**
 * The visitor goes from one of the site's domains to another, where no cookie follows: for the moment of a click the link
 * carries a token, under which the collector holds for two minutes who he is. Whoever arrives with it asks once.
 */
import type { Crossed } from '@leadtrail/shared/ask'
import { later, listen, safely } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { ask } from './ask.ts'

/** Has the address that stands there carry a token; where the fields are given, they make its query. */
type Mark = (holder: Element, name: string, fields?: FormData) => void

/** Watches links and forms. What it answers resolves when it is known, or given up, who arrived here. */
export function cross(tag: Tag): Promise<void> {
  let kept: string | undefined
  tag.onVisitor((value) => {
    kept = value
  })
  watchWays((holder, name, fields) => {
    const before = holder.getAttribute(name) || ''
    const url = new URL(before, holder.baseURI)
    const ends = [location.hostname, url.hostname]
    const seesBoth = (own: string) => ends.every((host) => ('.' + host).endsWith(own.replace(/^(www)?\.?/, '.')))
    // Where the cookie is seen as well he is known without.
    if (!kept || !tag.isOwn(url.hostname) || ends.concat(tag.config.domains).some(seesBoth)) return
    if (holder.closest('[data-lt-ignore]')) return
    const token = Array.from(crypto.getRandomValues(new Uint8Array(22)), (byte) => (byte & 31).toString(32)).join('')
    void ask(tag, '/x', { token, visitor: kept })
    if (fields) return fields.append('lt_t', token)
    url.search += (url.search && '&') + 'lt_t=' + token
    holder.setAttribute(name, url.href)
    // By then the browser has read it; the page may have changed it.
    later(0, () => holder.getAttribute(name) === url.href && holder.setAttribute(name, before))
  })
  return arrive(tag)
}

function watchWays(mark: Mark): void {
  listen<MouseEvent>(window, 'click auxclick', (event) => {
    const link = (event.composedPath() as Element[]).find(({ tagName }) => /^(a|area)$/i.test(tagName))
    if (link && event.button < 2) mark(link, link.hasAttribute('href') ? 'href' : 'xlink:href')
  })
  listen<SubmitEvent>(window, 'submit', (event) => {
    const form = event.target as Element
    const button = event.submitter
    // The button's word goes before the form's. (A control of that name hides the property, never the attribute.)
    const place = (name: string): [Element, string] =>
      button && button.hasAttribute('form' + name) ? [button, 'form' + name] : [form, name]
    const [holder, name] = place('method')
    const action = place('action')
    if (/^post$/i.test(holder.getAttribute(name) || '')) return mark(...action)
    // Once nobody has prevented it, the browser reads the fields. A page that reads them itself finds what it knows.
    const read = safely((reading: FormDataEvent) => {
      if (!event.eventPhase && !event.defaultPrevented) mark(...action, reading.formData)
    })
    form.addEventListener('formdata', read as EventListener)
    later(0, () => form.removeEventListener('formdata', read as EventListener))
  })
}

/** When an arrival is asked about, each in ms after the one before: what the click said may still be on its way. */
const pauses = [0, 200, 400, 800]

async function arrive(tag: Tag): Promise<void> {
  const { search, href } = location
  let token = ''
  const taken = search.replace(/[?&]lt_t=([^&]*)/g, (_, found: string) => {
    token = found
    return ''
  })
  const rest = taken.replace(/^&/, '?')
  if (rest === search) return
  history.replaceState(
    history.state,
    '',
    href.replace(search, () => rest),
  )
  for (const pause of pauses) {
    await new Promise<void>((done) => later(pause, done))
    const crossed = await ask<Crossed>(tag, '/x', { token })
    if (crossed) return tag.adopt(crossed.visitor)
  }
}
