/**
 * The test's hand on the machine's clock: loaded into the built program by `node --import`, in every thread. Time runs
 * on, shifted by the milliseconds that stand in the file TEST_CLOCK names.
 */
import { readFileSync } from 'node:fs'

const file = process.env['TEST_CLOCK']
const now = Date.now.bind(Date)
if (file) {
  Date.now = () => now() + Number(readFileSync(file, 'utf8') || 0)
}
