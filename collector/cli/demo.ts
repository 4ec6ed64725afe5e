/** `leadtrail demo`: a year of the demo company, the same each time. */
import { configOf } from '../main/config.ts'
import { type DemoFilled, fillDemo } from '../main/demo.ts'
import { type Command, type Given, UsageError, json } from './command.ts'
import { percentOf } from './progress.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'Fill the demo site with a year of visits and leads; doing it twice adds nothing',
  options: {
    until: { value: 'DAY', about: 'The last day of the year, such as 2026-03-14 (yesterday)' },
    visits: { value: 'NUMBER', about: 'About how many visits (36000)' },
    seed: { value: 'NUMBER', about: 'Another number makes another year (1)' },
    ...json,
  },
  async run(given, { env, print, say }) {
    const { dataDir, baseUrl } = configOf(env)
    const told = {
      record: percentOf((text) => say(`visits ${text}`)),
      project: percentOf((text) => say(`leads ${text}`)),
    }
    const numbers = { visits: wholeOf(given, 'visits'), seed: wholeOf(given, 'seed') }
    const filled = await fillDemo({
      dataDir,
      baseUrl,
      until: given['until'],
      ...numbers,
      onProgress: (progress) => told[progress.phase](progress),
    }).catch((error: unknown) => {
      throw error instanceof RangeError ? new UsageError(error.message) : error
    })
    print(given['json'] === undefined ? sentencesOf(filled) : JSON.stringify(filled))
  },
}

function wholeOf(given: Given, name: string): number | undefined {
  const text = given[name]
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new UsageError(`--${name} ${text}: is not a whole number above 0`)
  return Number(text)
}

function sentencesOf({ site, from, until, stored, visitors, leads, seconds }: DemoFilled): string {
  const added = `${stored} events of ${visitors} visitors added to the site "${site}" in ${seconds.toFixed(1)} s.`
  const done = stored > 0 ? added : 'Nothing was added: the year is there already.'
  return `${done}\nFrom ${from} to ${until} there are ${leads} leads.`
}
