/** The collector's threads: inbox, work and readers; started together, and none is missed when it dies. */
import { once } from 'node:events'
import path from 'node:path'
import { MessageChannel, type TransferListItem, Worker } from 'node:worker_threads'
import type { Reports } from '../flow/report.ts'
import type { Counts } from '../ports/store.ts'
import { type Callable, caller } from '../system/threads.ts'
import type { Config } from './config.ts'
import type { InboxForReceiver, InboxThreadData } from './inbox-thread.ts'
import type { ReadThreadData } from './read-thread.ts'
import type { Work, WorkThreadData } from './work-thread.ts'

export type Threads = {
  readonly append: (body: string) => Promise<number>
  readonly settled: (seq: number) => Promise<Counts>
  readonly lend: Work['lend']
  readonly reports: Reports
  readonly healthy: () => Promise<boolean>
  /** Lets the work under way finish, then ends every thread. */
  readonly stop: () => Promise<void>
}

type Thread<Methods> = { readonly worker: Worker; readonly methods: Methods }

/**
 * Starts the threads. `floor` is how far the log has read the inbox. `died` is told when one of them ends that was not asked to: the program
 * cannot go on without it.
 */
export function startThreads(config: Config, floor: number, died: (error: Error) => void): Threads {
  let stopping = false
  const start = <Methods extends Callable>(
    file: string,
    data: object,
    transfer: TransferListItem[] = [],
  ): Thread<Methods> => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: data, transferList: transfer })
    const { methods, fail } = caller<Methods>(worker)
    const gone = (reason: Error) => {
      fail(reason)
      if (!stopping) died(reason)
    }
    worker.on('error', (error) => gone(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => gone(new Error(`${file} has ended`)))
    return { worker, methods }
  }
  const { dataDir, logLevel, smtpUrl, mailFrom, baseUrl } = config
  const { port1, port2 } = new MessageChannel()
  const inboxData: InboxThreadData = { file: path.join(dataDir, 'inbox.db'), floor, workPort: port1 }
  const inbox = start<InboxForReceiver>('./inbox-thread.js', inboxData, [port1])
  const workData: WorkThreadData = { dataDir, logLevel, smtpUrl, mailFrom, baseUrl, inboxPort: port2 }
  const work = start<Work>('./work-thread.js', workData, [port2])
  const readData: ReadThreadData = { dataDir }
  const read = start<Reports>('./read-thread.js', readData)
  const stop = async () => {
    stopping = true
    await work.methods.stop()
    await inbox.methods.close()
    await Promise.all([inbox, work, read].map(async ({ worker }) => (worker.terminate(), once(worker, 'exit'))))
  }
  const { append } = inbox.methods
  const { settled, lend, healthy } = work.methods
  return { append, settled, lend, healthy, reports: read.methods, stop }
}
