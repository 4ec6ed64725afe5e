/** `leadtrail user add`: an account for the dashboard. */
import { type Command, CommandFailed, json } from './command.ts'
import { withAccounts } from './data.ts'
import { passwordFrom, passwordOptions } from './password.ts'

export const userAdd: Command = {
  name: 'user add',
  summary: 'Add somebody who may sign in to the dashboard',
  options: { email: { value: 'EMAIL', about: 'Their e-mail', required: true }, ...passwordOptions, ...json },
  async run(given, around) {
    const email = given['email'] ?? ''
    const made = await withAccounts(around, async (auth, { chance }) => {
      const chosen = await passwordFrom(given, around, chance)
      const added = await auth.addAccount({ email, password: chosen.password })
      if (!added.ok) throw new CommandFailed(added.failure.detail)
      return chosen.made
    })
    if (given['json'] !== undefined) around.print(JSON.stringify(made ? { email, password: made } : { email }))
    else if (made) around.print(made)
    else around.say(`${email} may sign in now.`)
  },
}
