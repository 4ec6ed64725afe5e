/** How long the disk takes to keep something: what every durable figure stands on. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const TIMES = 200
const PAGE = Buffer.alloc(4096)

/** The ms until a page appended to a file is on disk: median and 99th percentile. */
export function measureDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadtrail-disk-'))
  const file = openSync(path.join(folder, 'pages'), 'w')
  const times = new Float64Array(TIMES)
  try {
    for (let nth = 0; nth < TIMES; nth += 1) {
      const began = performance.now()
      writeSync(file, PAGE)
      fdatasyncSync(file)
      times[nth] = performance.now() - began
    }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
  const sorted = times.toSorted()
  return { median: sorted[TIMES / 2], p99: sorted[Math.floor(TIMES * 0.99)] }
}
