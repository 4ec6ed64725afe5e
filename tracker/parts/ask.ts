/** What the parts ask the collector: plain text, so that no browser asks first, and without cookies. */
import type { Tag } from '../tag.ts'

/** Posts what is said of the tag's site, though the page be left. Resolves to what is answered: it may hold nothing of that. */
export async function ask<Answer>(
  { config }: Tag,
  path: string,
  visitor?: string,
  token?: string,
): Promise<Answer | undefined> {
  const body = JSON.stringify({ site: config.site, visitor, token })
  try {
    return await (
      await fetch(config.host + path, { method: 'POST', body, keepalive: true, credentials: 'omit' })
    ).json()
  } catch {
    return undefined
  }
}
