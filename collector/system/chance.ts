/** Chance: random bits of the platform's cryptographic source. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Chance } from '../ports/world.ts'

/** Above every id made of two random halves there is no need for a seed: nothing here is to be repeated. */
export const platformChance: Chance = {
  id: () => randomBytes(16).toString('base64url'),
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
}
