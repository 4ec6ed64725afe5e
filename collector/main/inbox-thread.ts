/** The inbox's thread: the one writer of its file. Takes entries from the HTTP thread, gives them to the work thread. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { inboxOf, openInbox } from '../store/inbox.ts'
import { answer } from '../system/threads.ts'

export type InboxThreadData = { readonly file: string; readonly floor: number; readonly workPort: MessagePort }
export type InboxForReceiver = {
  readonly append: (body: string) => Promise<number>
  readonly close: () => Promise<void>
}
export type InboxForWork = {
  readonly after: (seq: number, limit: number) => ReturnType<ReturnType<typeof inboxOf>['after']>
  readonly trim: (seq: number) => Promise<void>
  /** Resolves once there is an entry after the place. */
  readonly news: (seq: number) => Promise<void>
}

const { file, floor, workPort } = workerData as InboxThreadData
const core = openInbox(file, floor)
const inbox = inboxOf(core)

let last = 0
let awaited: { seq: number; tell: () => void }[] = []

const append = async (body: string): Promise<number> => {
  const seq = await inbox.append(body)
  last = Math.max(last, seq)
  for (const { tell } of awaited.filter((each) => each.seq < last)) tell()
  awaited = awaited.filter((each) => each.seq >= last)
  return seq
}

const news = async (seq: number): Promise<void> => {
  if (last > seq || core.after(seq, 1).length > 0) return
  await new Promise<void>((tell) => awaited.push({ seq, tell }))
}

/** What the log has read is forgotten some ten times a second: a commit for every slice holds up those who wait for theirs. */
const TRIM_MS = 100
let read = 0
let trimming: NodeJS.Timeout | undefined
const trimNow = (): void => {
  trimming = undefined
  try {
    core.trim(read)
  } catch {
    // It is not read again and goes with the next slice; a disk that takes nothing is told to those who append.
  }
}
const trim = async (seq: number): Promise<void> => {
  read = Math.max(read, seq)
  trimming ??= setTimeout(trimNow, TRIM_MS)
}

const close = async (): Promise<void> => {
  clearTimeout(trimming)
  core.close()
}

if (parentPort) answer(parentPort, { append, close } satisfies InboxForReceiver)
answer(workPort, { after: inbox.after, trim, news } satisfies InboxForWork)
