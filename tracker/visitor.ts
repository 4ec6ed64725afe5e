/**
 * Who this browser is on this site: a random id, at most 13 months from its first setting, in a cookie with localStorage
 * behind it. What is kept is `<id>.<since>`, `.1` behind it when the visitor agreed himself, or `0` when he refused.
 */
import type { Choice } from './consent.ts'
import { randomId } from './random-id.ts'
import { read, readCookie, write, writeCookie } from './storage.ts'

export type Visitor = {
  /** What this browser was told earlier. */
  readonly choice: () => Choice | undefined
  /** The id; made and kept when there is none. */
  readonly id: () => string
  /** Notes that the visitor agreed himself. */
  readonly agree: () => void
  /** Notes for later pages that he refused. */
  readonly refuse: () => void
  readonly forget: () => void
}

const life = 395 * 24 * 60 * 60

export function visitorOf(key: string): Visitor {
  let known = ''
  const left = (value: string) => parseInt(value.slice(23), 36) + life - Math.floor(Date.now() / 1000)
  const recall = () => known || [readCookie(key), read(key)].find((value) => value === '0' || left(value) > 0) || ''
  const keep = (value: string, seconds: number) => {
    known = value
    write(key, value)
    writeCookie(key, value, seconds)
  }
  const id = (agreed?: string) => {
    const kept = recall()
    const mine = kept[1] ? kept : randomId() + '.' + Math.floor(Date.now() / 1000).toString(36)
    const value = agreed && !mine.endsWith(agreed) ? mine + agreed : mine
    if (value !== known) keep(value, left(value))
    return value.slice(0, 22)
  }

  return {
    choice() {
      const kept = recall()
      return kept === '0' ? 'denied' : kept.endsWith('.1') ? 'granted' : undefined
    },
    id: () => id(),
    agree: () => void id('.1'),
    refuse: () => keep('0', life),
    forget() {
      if (readCookie(key)) writeCookie(key, '', 0)
      write(key, '')
      known = ''
    },
  }
}
