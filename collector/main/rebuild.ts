/** Rebuild: everything derived is deleted and computed again from the log; or, to verify, in a copy, and compared. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { strongKeysOf } from '../domain/claim.ts'
import { projectDirty } from '../flow/project.ts'
import { openStore } from '../store/open.ts'
import { type TableDifference, copyInto, differencesIn, keepStanding } from '../store/verification.ts'
import { machineClock } from '../system/clock.ts'

export type RebuildOptions = {
  readonly dataDir: string
  /** Compute in a copy and compare; the data stays as it is, and a server may be running. */
  readonly verify: boolean
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}
export type Rebuilt = {
  readonly visitors: number
  readonly seconds: number
  readonly differences: number
  readonly tables: readonly TableDifference[]
}

/** @throws when there is no database in the folder. */
export async function rebuild({ dataDir, verify, onProgress }: RebuildOptions): Promise<Rebuilt> {
  if (!existsSync(path.join(dataDir, 'leadtrail.db')))
    throw new Error(`There is no data in ${dataDir}. Say where it is with DATA_DIR.`)
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 100) / 10
  if (!verify) {
    const visitors = await computeAgain(dataDir, onProgress)
    return { visitors, seconds: seconds(), differences: 0, tables: [] }
  }
  const copy = await mkdtemp(path.join(dataDir, 'verify-'))
  try {
    copyInto(dataDir, copy)
    // What has arrived but is not projected yet is no difference.
    await projectAll(copy)
    keepStanding(copy)
    const visitors = await computeAgain(copy, onProgress)
    const tables = differencesIn(copy)
    const differences = tables.reduce((sum, { missing, extra }) => sum + Math.max(missing, extra), 0)
    return { visitors, seconds: seconds(), differences, tables }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function computeAgain(dataDir: string, onProgress: RebuildOptions['onProgress']): Promise<number> {
  const { port: store, close } = openStore(dataDir)
  try {
    await store.forgetDerived(strongKeysOf)
    return await projectEvery(store, onProgress)
  } finally {
    close()
  }
}

async function projectAll(dataDir: string): Promise<void> {
  const { port: store, close } = openStore(dataDir)
  try {
    await projectEvery(store, undefined)
  } finally {
    close()
  }
}

async function projectEvery(
  store: ReturnType<typeof openStore>['port'],
  onProgress: RebuildOptions['onProgress'],
): Promise<number> {
  const total = await store.dirtyCount()
  let left = total
  while (left > 0) {
    await projectDirty({ store, clock: machineClock })
    left = await store.dirtyCount()
    onProgress?.({ done: Math.max(0, total - left), total })
  }
  return total
}
