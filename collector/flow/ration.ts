/** Ration: how often one sender may do what costs others something. */
import { type Instant, instant } from '@leadtrail/shared/time'
import type { Clock } from '../ports/world.ts'

/** Senders that are remembered; beyond them the one that began longest ago is forgotten. */
const REMEMBERED = 10_000

type Ration = {
  /** Counts one use. Undefined when it may be; else in how many seconds it may be again. */
  readonly take: (address: string | undefined) => number | undefined
  /** Takes a use back that came to nothing. */
  readonly giveBack: (address: string | undefined) => void
}

/** So many uses in a time that begins with the first; a sender is an IPv4 address, or the network of an IPv6 one. */
export function ration(clock: Clock, most: number, ms: number): Ration {
  const used = new Map<string, { times: number; readonly until: Instant }>()
  return {
    take(address) {
      const now = clock.now()
      const name = networkOf(address)
      const found = used.get(name)
      if (found && found.until > now) {
        if (found.times >= most) return Math.ceil((found.until - now) / 1000)
        found.times += 1
        return undefined
      }
      used.delete(name)
      used.set(name, { times: 1, until: instant(now + ms) })
      const [oldest] = used.keys()
      if (used.size > REMEMBERED && oldest !== undefined) used.delete(oldest)
      return undefined
    },
    giveBack(address) {
      const found = used.get(networkOf(address))
      if (found && found.times > 0) found.times -= 1
    },
  }
}

/** Whoever has an IPv6 address has its whole /64. */
export function networkOf(address = ''): string {
  if (!address.includes(':')) return address
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const missing = Math.max(0, 8 - head.length - tail.length)
  return [...head, ...Array<string>(missing).fill('0'), ...tail].slice(0, 4).join(':')
}
