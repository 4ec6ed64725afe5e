/** `leadtrail serve`: runs the collector until it is told to end. */
import { configOf, settings } from '../main/config.ts'
import { serve as start } from '../main/main.ts'
import { type Command, CommandFailed, type Surroundings } from './command.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Run the collector and the dashboard; settings come from the environment',
  options: {},
  environment: settings,
  async run(_, { env, print, ended }: Surroundings) {
    const config = configOf(env)
    const { url, setUpLink, close } = await start(config).catch((error: unknown) => {
      throw isCode(error, 'EADDRINUSE')
        ? new CommandFailed(`Port ${config.port} is in use already. Set PORT to another one.`)
        : error
    })
    print(`Leadtrail runs on ${url}`)
    if (config.demo) print(`The demo site: ${new URL('/demo/', url).href}`)
    if (setUpLink) print(`There is no account yet. Make yours with this link, which works once:\n  ${setUpLink}`)
    await ended
    await close()
  },
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
