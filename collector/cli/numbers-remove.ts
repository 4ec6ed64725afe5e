/** `leadtrail numbers remove`: a published number is shown to everybody again. */
import { type Command, CommandFailed, json } from './command.ts'
import { changePools, isOn, ofSite } from './number-pool.ts'

export const numbersRemove: Command = {
  name: 'numbers remove',
  summary: 'Lend no more numbers in place of a published one; prints those that are left',
  options: { ...ofSite, on: { value: 'NUMBER', about: 'The published number', required: true }, ...json },
  async run(given, around) {
    await changePools(given, around, (pools) => {
      const left = pools.filter((pool) => !isOn(pool, given['on'] ?? ''))
      if (left.length === pools.length) throw new CommandFailed(`No numbers are lent in place of ${given['on']}.`)
      return left
    })
  },
}
