/**
 * Leads that have not arrived, kept on the device of a visitor who agreed, so that a closed page or a collector that is
 * away loses none. Each lies under its own key: tabs cannot overwrite each other's.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { store } from './storage.ts'

export type Entry = { readonly event: BrowserEvent; readonly visitor: string | undefined }

export type Stash = {
  readonly keep: (entry: Entry) => void
  readonly drop: (entry: Entry) => void
  /** What earlier pages left and is young enough to count. Throws where nothing can be read. */
  readonly load: () => Entry[]
  readonly clear: () => void
}

const mostKept = 50
const longestKept = 7 * 24 * 60 * 60 * 1000

export function stashOf(key: string): Stash {
  const keys = () => Object.keys(localStorage).filter((name) => name.startsWith(key))
  return {
    keep(entry) {
      if (keys().length < mostKept) store(key + entry.event.id, JSON.stringify(entry))
    },
    drop: ({ event }) => store(key + event.id, ''),
    load: () =>
      keys()
        .map((name): Entry => JSON.parse(localStorage.getItem(name) || ''))
        .filter(({ event }) => event.at > Date.now() - longestKept),
    clear: () => keys().forEach((name) => store(name, '')),
  }
}
