/** The real world, as the programs hand it to the flows. */
import type { World } from '../ports/world.ts'
import { agentReader } from './agent.ts'
import { platformChance } from './chance.ts'
import { machineClock } from './clock.ts'
import { platformDigest } from './digest.ts'
import { type LogLevel, lineLog } from './log.ts'

export function realWorld(level: LogLevel): World {
  return {
    clock: machineClock,
    chance: platformChance,
    digest: platformDigest,
    log: lineLog(level),
    readAgent: agentReader(),
  }
}
