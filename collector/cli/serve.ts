/** `leadtrail serve`: runs the collector until it is told to end. */
import { type Config, configOf, settings } from '../main/config.ts'
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
      throw refusalOf(error, config) ?? error
    })
    print(`Leadtrail runs on ${url}`)
    if (config.demo) print(`The demo site: ${new URL('/demo/', url).href}`)
    if (setUpLink) print(`There is no account yet. Make yours with this link, which works once:\n  ${setUpLink}`)
    await ended
    await close()
  },
}

/** Why the machine does not let us listen, and what to set instead. */
function refusalOf(error: unknown, { port, host }: Config): CommandFailed | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return new CommandFailed(`Port ${port} is in use already. Set PORT to another one.`)
  if (code === 'EACCES' && port < 1024)
    return new CommandFailed(`This user may not listen on port ${port}. Set PORT to one from 1024 on.`)
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return new CommandFailed(`HOST is "${host}", which is no address of this machine. Unset it, or set it to 0.0.0.0.`)
  return undefined
}
