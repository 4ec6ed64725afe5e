/** Where the password of an account comes from: an option, standard input, or chance. */
import type { Chance } from '../ports/world.ts'
import { type Given, type Options, type Surroundings, UsageError } from './command.ts'

export const passwordOptions: Options = {
  password: { value: 'PASSWORD', about: 'Its password; one is made and printed unless it is given' },
  'password-stdin': { about: 'Read the password from standard input, so that no other process sees it' },
}

/** `made` is the password that was made because none was given. */
export async function passwordFrom(given: Given, around: Surroundings, chance: Chance) {
  if (given['password'] !== undefined) return { password: given['password'], made: undefined }
  if (given['password-stdin'] === undefined) {
    const made = chance.id()
    return { password: made, made }
  }
  const password = (await around.readInput()).replace(/\r?\n$/, '')
  if (!password) throw new UsageError('Standard input holds no password.')
  return { password, made: undefined }
}
