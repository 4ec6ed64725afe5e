/** The work thread: the one writer of the log and of everything derived. Expands, projects, delivers. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { DestinationId } from '@leadtrail/shared/ids'
import { mailCourier } from '../destinations/mail.ts'
import { webhookCourier } from '../destinations/webhook.ts'
import { deliverDue } from '../flow/deliver.ts'
import { workOver } from '../flow/work.ts'
import type { Counts, Registry } from '../ports/store.ts'
import { openRegistry, openStore } from '../store/open.ts'
import type { LogLevel } from '../system/log.ts'
import { answer, caller } from '../system/threads.ts'
import { realWorld } from '../system/world.ts'
import type { InboxForWork } from './inbox-thread.ts'
import { version } from './version.ts'

export type WorkThreadData = {
  readonly dataDir: string
  readonly logLevel: LogLevel
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly baseUrl: string
  readonly inboxPort: MessagePort
}
export type Work = {
  readonly settled: (seq: number) => Promise<Counts>
  readonly lend: Registry['lend']
  /** Whether the last turn went well. */
  readonly healthy: () => Promise<boolean>
  /** Finishes the turn under way and closes the files. */
  readonly stop: () => Promise<void>
}

/**
 * A turn that found less than this is followed by a rest: what comes in meanwhile is worked off together, which costs a
 * fraction of doing it one by one, and leaves the disk to those who wait for an answer.
 */
const PLENTY = 128
const REST_MS = 20

/** How long to wait for news before looking for what other processes wrote (new rules, a replay). */
const IDLE_MS = 1000

const { dataDir, logLevel, smtpUrl, mailFrom, baseUrl, inboxPort } = workerData as WorkThreadData
const { clock, chance, log } = realWorld(logLevel)
const inbox = caller<InboxForWork>(inboxPort).methods
const { port: store, close } = openStore(dataDir)
const { port: registry, close: closeRegistry } = openRegistry(dataDir)
const work = workOver({ inbox, store, clock, log })
const couriers = {
  mail: mailCourier({ smtpUrl, from: mailFrom, baseUrl }),
  webhook: webhookCourier({ baseUrl, version }),
}

let running = true
const well = { work: true, delivery: true }

async function loop(
  name: 'work' | 'delivery',
  turn: () => Promise<boolean>,
  idle: () => Promise<unknown>,
): Promise<void> {
  while (running) {
    try {
      const busy = await turn()
      well[name] = true
      if (!busy) await idle()
    } catch (error) {
      well[name] = false
      log.error(`${name} failed; it is tried again`, { error: error instanceof Error ? error.message : String(error) })
      await sleep(IDLE_MS)
    }
  }
}

/** Ends a rest, for somebody who waits to see his own event. */
let wake = (): void => undefined
const turn = async (): Promise<boolean> => {
  const found = await work.turn()
  if (found > 0 && found < PLENTY)
    await new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, REST_MS)
    })
  return found > 0
}
const settled = (seq: number) => {
  wake()
  return work.settled(seq)
}

const pause = () => sleep(IDLE_MS)
/** One question for news at a time, however often it is waited for. */
let asked: Promise<void> | undefined
const news = async () => {
  asked ??= inbox.news(await store.inboxSeq()).then(() => void (asked = undefined))
  await Promise.race([asked, pause()])
}
/** Destinations under way: a slow one is left to itself while the others go on. */
const busy = new Set<DestinationId>()
const delivering = new Set<Promise<unknown>>()
const deliver = async (): Promise<boolean> => {
  const run = deliverDue({ store, couriers, clock, chance, log, busy })
  delivering.add(run)
  const ended = run.finally(() => delivering.delete(run))
  return (await Promise.race([ended, pause().then(() => 0)])) > 0
}
const working = Promise.all([loop('work', turn, news), loop('delivery', deliver, pause)])

const stop = async (): Promise<void> => {
  running = false
  await working
  await Promise.allSettled(delivering)
  close()
  closeRegistry()
}

if (parentPort) {
  const healthy = async () => well.work && well.delivery
  answer(parentPort, { settled, lend: registry.lend, healthy, stop } satisfies Work)
}
