/** The inbox: a narrow durable queue in front of the log. What it has taken survives a power cut. */

export type InboxEntry = { readonly seq: number; readonly body: string }

export type Inbox = {
  /** Resolves with the entry's place once it is on disk. @throws InboxFull when too much waits already. */
  readonly append: (body: string) => Promise<number>
  /** Entries after a place, oldest first. */
  readonly after: (seq: number, limit: number) => Promise<readonly InboxEntry[]>
  /** Forgets entries up to and including a place. */
  readonly trim: (seq: number) => Promise<void>
}

/** Thrown instead of taking what could not be kept: the sender is told to come again. */
export class InboxFull extends Error {
  override readonly name = 'InboxFull'
}
