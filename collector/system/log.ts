/** The operator's log: one JSON object a line on standard error; no personal data goes in. */
import type { Log } from '../ports/world.ts'

export const logLevels = ['error', 'warn', 'info', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const heard: Readonly<Record<LogLevel, readonly string[]>> = {
  silent: [],
  error: ['error'],
  warn: ['error', 'warn'],
  info: ['error', 'warn', 'info'],
}

export function lineLog(level: LogLevel): Log {
  const line =
    (name: 'info' | 'warn' | 'error'): Log['info'] =>
    (message, facts) => {
      if (!heard[level].includes(name)) return
      process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: name, message, ...facts })}\n`)
    }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
