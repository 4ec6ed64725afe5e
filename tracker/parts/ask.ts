/** What the parts ask the collector: plain text, so that no browser asks first, and without cookies. */
import type { Tag } from '../tag.ts'

/** Posts what is said of the tag's site, though the page be left. Resolves to what is answered; nothing where nothing is. */
export function ask<Answer>(tag: Tag, path: string, said: object): Promise<Answer | undefined> {
  const { host, site } = tag.config
  const body = JSON.stringify({ site, ...said })
  return fetch(host + path, { method: 'POST', body, keepalive: true, credentials: 'omit' })
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .catch(() => undefined)
}
