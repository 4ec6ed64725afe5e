/**
 * Leads that have not arrived, kept on the device of a visitor who agreed, so that a closed page or a collector that is
 * away loses none. Other tabs write here too: each looks again before it writes, and takes away only what it delivered.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { safely } from './guard.ts'
import { read, write } from './storage.ts'

export type Entry = { readonly event: BrowserEvent; readonly visitor?: string | undefined }

export type Stash = {
  readonly load: () => Entry[]
  /** Adds the one, if there is one, and takes away the others. */
  readonly change: (add: Entry | undefined, gone: readonly Entry[]) => void
  readonly clear: () => void
}

const mostKept = 30
const longestKept = 7 * 24 * 60 * 60 * 1000

export function stashOf(key: string): Stash {
  const load = (): Entry[] => {
    let kept: Entry[] = []
    safely(
      () => (kept = JSON.parse(read(key) || '[]').filter(({ event }: Entry) => event.at > Date.now() - longestKept)),
    )()
    return kept
  }
  return {
    load,
    change(add, gone) {
      const before = load()
      const kept = before.filter(({ event }) => !gone.some((other) => other.event.id === event.id))
      if (add) kept.push(add)
      if (add || kept.length < before.length) write(key, kept[0] ? JSON.stringify(kept.slice(-mostKept)) : '')
    },
    clear: () => write(key, ''),
  }
}
