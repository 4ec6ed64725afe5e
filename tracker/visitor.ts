/**
 * Who this browser is on this site: a random id, at most 13 months from its first setting, in a cookie with localStorage
 * behind it. What is kept is `<id>.<since>`, `.1` behind it when the visitor agreed himself, or `0` when he refused.
 */
import type { Choice } from './consent.ts'
import { randomId } from './random-id.ts'
import { recalled, store, storeCookie } from './storage.ts'

export type Visitor = {
  /** What this browser was told earlier. */
  readonly choice: () => Choice | undefined
  /** The id; made and kept when there is none. With `.1` it is noted that the visitor agreed himself. */
  readonly id: (agreed?: '.1') => string
  /** Notes for later pages that he refused. */
  readonly refuse: () => void
  readonly forget: () => void
}

const life = 395 * 24 * 60 * 60

export function visitorOf(key: string): Visitor {
  let known = ''
  const now = () => Math.floor(Date.now() / 1000)
  const left = (value: string) => parseInt(value.slice(23), 36) + life - now()
  const recall = () => known || recalled(key).find((value) => value === '0' || left(value) > 0) || ''
  const keep = (value: string, seconds: number) => {
    known = value
    store(key, value)
    storeCookie(key, value, seconds)
  }

  return {
    choice() {
      const kept = recall()
      return kept === '0' ? 'denied' : kept.endsWith('.1') ? 'granted' : undefined
    },
    id(agreed) {
      const kept = recall()
      let value = kept[1] ? kept : randomId() + '.' + now().toString(36)
      if (agreed && !value.endsWith(agreed)) value += agreed
      if (value !== known) keep(value, left(value))
      return value.slice(0, 22)
    },
    refuse: () => keep('0', life),
    forget() {
      if (recalled(key)[0]) keep('', 0)
      known = ''
    },
  }
}
