/** What the commands about numbers share: how a pool is shown, and how those of a site are changed. */
import { dialledOf } from '@leadtrail/shared/phone'
import { type NumberPool, changedSiteSchema } from '@leadtrail/shared/settings'
import type { Site } from '../domain/event.ts'
import { CommandFailed, type Given, type Options, type Surroundings, UsageError, columns } from './command.ts'
import { siteNamed, withData } from './data.ts'

export const ofSite: Options = { site: { value: 'KEY', about: 'Key or id of the site', required: true } }

/** Changes the pools of the site that is given, prints them and answers the site. `change` answers what is checked before it is kept. */
export async function changePools(
  given: Given,
  around: Surroundings,
  change: (pools: readonly NumberPool[]) => readonly unknown[],
): Promise<Site> {
  const changed = await withData(around, async ({ archive, registry }) => {
    const site = await siteNamed(archive, given['site'] ?? '')
    const asked = { numberPools: change(site.numberPools) }
    const checked = changedSiteSchema.safeParse(asked)
    if (!checked.success) throw new UsageError(mistakesOf(checked.error.issues, asked))
    return registry.changeSite(site.id, checked.data)
  })
  if (!changed) throw new CommandFailed('The site is gone.')
  printPools(changed, given, around)
  return changed
}

export function printPools({ numberPools }: Site, given: Given, { print, say }: Surroundings): void {
  if (given['json'] !== undefined) print(JSON.stringify({ numberPools }))
  else if (numberPools.length === 0) say('The site has no numbers to lend. leadtrail numbers set gives it some.')
  else print(columns(numberPools.map((pool) => [pool.on, wordsOf(pool)])).join('\n'))
}

const wordsOf = ({ numbers, fallback, minutes }: NumberPool): string =>
  [numbers.join(', '), `for ${minutes} minutes`, ...(fallback === undefined ? [] : [`else ${fallback}`])].join('; ')

/** Whether the pool stands in for the number, however it is written. */
export const isOn = ({ on }: NumberPool, number: string): boolean =>
  on === number || (dialledOf(number) !== undefined && dialledOf(on) === dialledOf(number))

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** Each mistake with the option that it was made in. */
function mistakesOf(issues: readonly Issue[], asked: object): string {
  const sentences = issues.map(({ path, message }) => {
    const option = path[2] === undefined ? '' : `--${String(path[2])} `
    const value = path.reduce<unknown>(
      (within, key) => (within as Record<PropertyKey, unknown> | undefined)?.[key],
      asked,
    )
    const said = typeof value === 'string' || typeof value === 'number' ? `${value}: ` : ''
    return option + said + message
  })
  return [...new Set(sentences)].join('\n')
}

export const numbersIn = ({ numbers = '' }: Given): string[] =>
  numbers
    .split(',')
    .map((number) => number.trim())
    .filter(Boolean)
