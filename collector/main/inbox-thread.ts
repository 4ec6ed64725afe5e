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

const close = async (): Promise<void> => {
  core.close()
}

if (parentPort) answer(parentPort, { append, close } satisfies InboxForReceiver)
answer(workPort, { after: inbox.after, trim: inbox.trim, news } satisfies InboxForWork)
