/** `leadtrail rebuild`: everything derived, computed again from the log. */
import { configOf } from '../main/config.ts'
import { type Rebuilt, rebuild as computeAgain } from '../main/rebuild.ts'
import { type Command, columns, json } from './command.ts'
import { percentOf } from './progress.ts'

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'Delete everything that is computed from the events and compute it again',
  options: {
    verify: { about: 'Compute it in a copy and compare, changing nothing; exit code 1 where they differ' },
    ...json,
  },
  async run(given, { env, print, say }) {
    const { dataDir } = configOf(env)
    const verify = given['verify'] !== undefined
    const rebuilt = await computeAgain({ dataDir, verify, onProgress: percentOf(say) })
    print(given['json'] === undefined ? sentencesOf(rebuilt, verify) : JSON.stringify(rebuilt))
    return rebuilt.differences === 0 ? 0 : 1
  },
}

function sentencesOf({ visitors, seconds, differences, tables }: Rebuilt, verify: boolean): string {
  const computed = `${visitors} visitors computed in ${seconds} s`
  if (!verify) return `${computed}.`
  if (differences === 0) return `${computed}: no difference.`
  const rows = tables.map(({ table, missing, extra }) => [table, `${missing} missing, ${extra} too many`])
  return [`${computed}: ${differences} differences.`, ...columns(rows)].join('\n')
}
