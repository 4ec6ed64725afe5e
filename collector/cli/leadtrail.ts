/** The `leadtrail` program: hands the process's arguments, streams and signals to the command. */
import { text } from 'node:stream/consumers'
import { run } from './run.ts'

const ended = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      resolve()
      // Who asks twice does not want to wait.
      process.on(signal, () => process.exit(1))
    })
})

const code = await run(process.argv.slice(2), {
  print: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
  env: process.env,
  readInput: () => text(process.stdin),
  ended,
})

process.exitCode = code
// What a failed start has left running must not keep the program alive.
if (code !== 0) setTimeout(() => process.exit(), 500).unref()
