/** Finds the command that was asked for and runs it. Exit codes: 0 done, 1 failed, 2 not asked for rightly. */
import { ConfigError } from '../main/config.ts'
import { version } from '../main/version.ts'
import { SchemaMismatch } from '../store/migrate.ts'
import { type Command, CommandFailed, type Surroundings, UsageError, columns, givenTo, helpOf } from './command.ts'
import { demo } from './demo.ts'
import { destinationAdd } from './destination-add.ts'
import { numbersList } from './numbers-list.ts'
import { numbersRemove } from './numbers-remove.ts'
import { numbersSet } from './numbers-set.ts'
import { rebuild } from './rebuild.ts'
import { serve } from './serve.ts'
import { siteAdd } from './site-add.ts'
import { siteList } from './site-list.ts'
import { siteSnippet } from './site-snippet.ts'
import { tokenAdd } from './token-add.ts'
import { userAdd } from './user-add.ts'
import { userPassword } from './user-password.ts'

const commands: readonly Command[] = [
  ...[serve, demo, siteAdd, siteList, siteSnippet],
  ...[numbersSet, numbersList, numbersRemove],
  ...[destinationAdd, userAdd, userPassword, tokenAdd, rebuild],
]

/** Answers the exit code. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  if (args[0] === '--version') {
    around.print(version)
    return 0
  }
  const command = commands.find(({ name }) => name.split(' ').every((word, place) => args[place] === word))
  if (!command) return withoutCommand(args, around)
  const rest = args.slice(command.name.split(' ').length)
  if (isHelp(rest)) {
    around.print(helpOf(command))
    return 0
  }
  try {
    return (await command.run(givenTo(command, rest), around)) ?? 0
  } catch (error) {
    if (error instanceof UsageError) around.say(`${error.message}\nleadtrail ${command.name} --help says more.`)
    else around.say(error instanceof Error ? error.message : String(error))
    if (!isExpected(error) && error instanceof Error) around.say(error.stack ?? '')
    return error instanceof UsageError || error instanceof ConfigError ? 2 : 1
  }
}

const isHelp = (args: readonly string[]) => args.includes('--help') || args.includes('-h')
const isExpected = (error: unknown) =>
  [UsageError, ConfigError, CommandFailed, SchemaMismatch].some((expected) => error instanceof expected)

function withoutCommand(args: readonly string[], around: Surroundings): number {
  const [group] = args
  const inGroup = commands.filter(({ name }) => name.split(' ')[0] === group)
  const shown = inGroup.length > 0 ? inGroup : commands
  const help = ['leadtrail <command>', '', ...columns(shown.map(({ name, summary }) => [name, summary]))].join('\n')
  if (isHelp(args) || args[0] === 'help') {
    around.print(help)
    return 0
  }
  around.say(args.length === 0 ? help : `Unknown command: ${args.join(' ')}\n\n${help}`)
  return 2
}
