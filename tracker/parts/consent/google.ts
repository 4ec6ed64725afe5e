/** Google Consent Mode 2: what a banner tells Google's scripts, whichever banner it is. */
import { later, safely } from '../../guard.ts'
import type { Flags, Read } from './banner.ts'

type Layer = ArrayLike<unknown> & { push: (...items: unknown[]) => unknown }
type Command = { readonly 0?: unknown; readonly 1?: unknown; readonly 2: { readonly [key: string]: unknown } }
type Entries = { readonly [category: string]: { readonly default?: boolean; readonly update?: boolean } | undefined }

const page = window as { dataLayer?: Layer; google_tag_data?: { ics?: { entries?: Entries } } }

/** So long a preset no waits for what the visitor said earlier: banners preset it on every page, and then update it. */
const patience = 5000

/**
 * The commands `consent default` and `consent update` in `dataLayer`, those from before us too, and what Google's own script
 * made of them, which knows the visitor's region. An update counts before a default. A default that grants counts once its
 * `wait_for_update` is over and only if it is for all regions; never in `auto`, where it may stand beside a banner that has
 * yet to ask. https://developers.google.com/tag-platform/security/guides/consent
 */
export function google(again: () => void, auto: boolean): Read {
  const updates: { -readonly [Key in keyof Flags]: Flags[Key] } = {}
  const defaults: typeof updates = {}
  const begun = Date.now()
  let waits = 0
  let layer: Layer | undefined

  // Google's snippet pushes an arguments object.
  const hear = safely((item: unknown) => {
    const { 0: word, 1: command, 2: states } = item as Command
    if (word !== 'consent') return
    for (const category of Object.keys(states)) {
      const granted = states[category] === 'granted'
      if (command === 'update') updates[category] = granted
      if (command === 'default' && (!granted || !(states['region'] || category in defaults)))
        defaults[category] = granted
    }
    waits++
    later(states['wait_for_update'] as number, () => {
      waits--
      again()
    })
  })

  return (category) => {
    const { dataLayer, google_tag_data: { ics: { entries = {} } = {} } = {} } = page
    if (dataLayer && dataLayer !== layer) {
      layer = dataLayer
      Array.from(dataLayer).forEach(hear)
      const { push } = dataLayer
      dataLayer.push = function (...items) {
        items.forEach(hear)
        return push.apply(this, items)
      }
    }
    const entry = entries[category] || {}
    const known = [entry.update, updates[category], entry.default, defaults[category]]
    const at = known.findIndex((state) => state !== undefined)
    const preset = at > 1
    if (preset && (known[at] ? auto || waits : Date.now() < begun + patience)) return undefined
    return known[at]
  }
}
