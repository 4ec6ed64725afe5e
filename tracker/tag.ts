/** What the core lets the parts do that only some sites need: adapters of consent banners, embeds, number pools, own domains. */
import type { Answer } from '@leadtrail/shared/event'
import type { Config } from './config.ts'
import type { Choice } from './consent.ts'
import type { Draft } from './record.ts'

/** A field as it stands on the page or is said by it. */
export type Given = {
  readonly name?: unknown
  readonly label?: unknown
  readonly type?: unknown
  readonly value?: unknown
}

export type Tag = {
  readonly config: Config
  /** What the visitor decided; repeating what is known does nothing. */
  readonly choose: (choice: Choice) => void
  /** Records an event; its id is added, and its time and address where they are not given. */
  readonly record: (draft: Draft) => void
  /** A plug-in reports that this form has really been sent: what was read at its submit is recorded, once. */
  readonly sent: (form: Element) => void
  /** An answer, masked; nothing where there is none, or none that may leave. */
  readonly answer: (given: Given) => Answer | undefined
  /** Hears the visitor's kept value `<id>.<since>` as soon as it is known and whenever it changes; nothing while he has none. */
  readonly onVisitor: (hear: (kept: string | undefined) => void) => void
  /** Takes the kept value that this visitor has on another of the site's domains, unless this browser has one already. */
  readonly adopt: (kept: string) => void
  /** Whether the host is one of the site's. */
  readonly isOwn: (host: string) => boolean
}
