/** A log that keeps its lines, for tests that read them. */
import type { Log } from '../../collector/ports/world.ts'

type Level = keyof Log
export type LoggedLine = { readonly level: Level; readonly message: string; readonly facts: object }

export function aWorldLog(): { readonly log: Log; readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = []
  const at =
    (level: Level): Log[Level] =>
    (message, facts = {}) =>
      void lines.push({ level, message, facts })
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, lines }
}
