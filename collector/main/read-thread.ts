/** The readers' thread: reports on a read-only connection of its own, so that a long one delays no event. */
import { parentPort, workerData } from 'node:worker_threads'
import { reportsOf } from '../flow/report.ts'
import { openArchive } from '../store/open.ts'
import { answer } from '../system/threads.ts'

export type ReadThreadData = { readonly dataDir: string }

const { dataDir } = workerData as ReadThreadData
const { port: archive } = openArchive(dataDir)
if (parentPort) answer(parentPort, reportsOf(archive))
