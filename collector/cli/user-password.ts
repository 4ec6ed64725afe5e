/** `leadtrail user password`: a new password for somebody who has lost theirs. */
import { type Command, CommandFailed, json } from './command.ts'
import { withAccounts } from './data.ts'
import { passwordFrom, passwordOptions } from './password.ts'

export const userPassword: Command = {
  name: 'user password',
  summary: 'Set a new password for an account and sign it out everywhere',
  options: { email: { value: 'EMAIL', about: 'Of the account', required: true }, ...passwordOptions, ...json },
  async run(given, around) {
    const email = given['email'] ?? ''
    const made = await withAccounts(around, async (auth, { chance }) => {
      const chosen = await passwordFrom(given, around, chance)
      const set = await auth.setPassword({ email, password: chosen.password })
      if (!set.ok) throw new CommandFailed(set.failure.detail)
      return chosen.made
    })
    if (given['json'] !== undefined) around.print(JSON.stringify(made ? { email, password: made } : { email }))
    else if (made) around.print(made)
    else around.say(`${email} has a new password.`)
  },
}
