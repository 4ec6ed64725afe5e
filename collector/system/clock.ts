/** The clock of the machine; the only place where the product reads the time. */
import { instant } from '@leadtrail/shared/time'
import type { Clock } from '../ports/world.ts'

export const machineClock: Clock = { now: () => instant(Date.now()) }
