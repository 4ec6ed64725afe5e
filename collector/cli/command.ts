/** Commands as data: what each takes, said once for reading the arguments and for --help. */
import { parseArgs } from 'node:util'

/** What a command has of the world around it. */
export type Surroundings = {
  /** Data, to stdout; what is said to people, to stderr. */
  readonly print: (text: string) => void
  readonly say: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly readInput: () => Promise<string>
  /** Resolves when somebody asks the program to end. */
  readonly ended: Promise<void>
}

type Option = {
  /** What stands for its value in the help; without it the option is a switch. */
  readonly value?: string
  readonly about: string
  readonly required?: boolean
}

export type Options = Readonly<Record<string, Option>>

/** The values that were given; a switch that was given is "". */
export type Given = { readonly [name: string]: string | undefined }

export type Command = {
  /** Its words: `site add`. */
  readonly name: string
  readonly summary: string
  readonly options: Options
  /** Environment variables that it goes by, for its help. */
  readonly environment?: readonly (readonly [name: string, about: string])[]
  /** Answers the exit code, 0 where it answers none. */
  readonly run: (given: Given, around: Surroundings) => Promise<number | void>
}

/** The command was not asked for rightly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
/** The command could not do what it was asked for: exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
}

export const json: Options = { json: { about: 'Print JSON' } }

/** @throws UsageError */
export function givenTo(command: Command, args: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      value ? ({ type: 'string', multiple: true } as const) : ({ type: 'boolean' } as const),
    ]),
  )
  const { values } = parsed(args, options)
  // An option given twice is a list, as if its values had been written with commas.
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : '']),
  )
  const missing = Object.entries(command.options).filter(([name, { required }]) => required && !given[name])
  if (missing.length > 0) throw new UsageError(missing.map(([name]) => `--${name} is missing.`).join('\n'))
  return given
}

function parsed(
  args: readonly string[],
  options: Record<string, { type: 'string'; multiple: true } | { type: 'boolean' }>,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export function helpOf({ name, summary, options, environment = [] }: Command): string {
  const rows = Object.entries(options).map(([option, { value, about, required }]) => [
    value ? `--${option} ${value}` : `--${option}`,
    required ? `${about} (needed)` : about,
  ])
  const variables = environment.length > 0 ? ['', 'Environment', '', ...columns(environment)] : []
  const head = [`leadtrail ${name}`, '', `  ${summary}`, '']
  return [...head, ...columns([...rows, ['--help', 'Show this']]), ...variables].join('\n')
}

/** Rows of two cells, the second ones below each other. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length))
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`)
}
