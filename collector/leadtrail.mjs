#!/usr/bin/env node
/**
 * The `leadtrail` command. It runs what the compiler wrote; in a checkout that is not built yet it has that built first,
 * with everything the build says on stderr, so that stdout holds the command's answer alone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The data stands beside the code, wherever the command is given.
process.env.DATA_DIR ||= fileURLToPath(new URL('../data', import.meta.url))

const program = new URL('./dist/cli/leadtrail.js', import.meta.url)

if (!existsSync(program)) {
  const bootstrap = fileURLToPath(new URL('../shared/scripts/run.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [bootstrap, 'build'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}

await import(program.href)
