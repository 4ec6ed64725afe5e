/** The version of the package, for what introduces itself. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** From collector/dist/main, where this file runs. */
const manifest = new URL('../../package.json', import.meta.url)

export const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))
