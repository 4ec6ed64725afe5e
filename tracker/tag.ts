/** What the core lets the parts do that only some sites need: adapters of consent banners, embeds, number pools, own domains. */
import type { Answer } from '@leadtrail/shared/event'
import type { Config } from './config.ts'
import type { Choice } from './consent.ts'
import type { Candidate } from './forms.ts'
import type { Draft, Hear } from './record.ts'

/** A field as it stands on the page or is said by it. */
export type Given = {
  readonly name?: unknown
  readonly label?: unknown
  readonly type?: unknown
  readonly value?: unknown
}

/** The same, without names: they would weigh as much as the loading itself. */
export type TagList = [
  config: Tag['config'],
  know: Tag['know'],
  choose: Tag['choose'],
  record: Tag['record'],
  heed: Tag['heed'],
  confirm: Tag['confirm'],
  answer: Tag['answer'],
  onVisitor: Tag['onVisitor'],
  adopt: Tag['adopt'],
  watch: Tag['watch'],
  announce: Tag['announce'],
  bind: Tag['bind'],
  gatherBy: (steps: (one: Candidate, open: readonly Candidate[]) => Answer[]) => void,
]

export type Tag = {
  readonly config: Config
  /** The site's mode, where the tag itself did not say. */
  readonly know: (mode: string) => void
  /** What the visitor decided; repeating what is known does nothing. */
  readonly choose: (choice: Choice) => void
  /** Records an event; its id is added, and its time and address where they are not given. */
  readonly record: (draft: Draft) => void
  /** Tells which forms wait for the word of the plug-in that made them, where their answer goes to a script or a frame. */
  readonly heed: (isTheirs: (form: Element) => boolean) => void
  /** Records those of the forms that may have been sent of which it is sure, each once. */
  readonly confirm: (sure: (one: Candidate) => unknown) => void
  /** Reads a form that is perhaps being sent; answers nothing where it can be no lead. */
  readonly announce: (form: Element, event?: Event) => Candidate | undefined
  /** Hears of the forms in a shadow root as in the document. */
  readonly bind: (root: Node) => void
  /** An answer, masked; nothing where there is none, or none that may leave. */
  readonly answer: (given: Given) => Answer | undefined
  /**
   * Hears the visitor's kept value `<id>.<since>` as soon as it is known and whenever it changes; it is empty where he is
   * counted but not known again, and nothing where he is not counted.
   */
  readonly onVisitor: (hear: Hear) => void
  /** Takes the kept value that this visitor has on another of the site's domains, unless this browser has one already. */
  readonly adopt: (kept: string) => void
  /** Watches forms and links in another window of the same origin. */
  readonly watch: (view: Window & typeof globalThis) => void
}
