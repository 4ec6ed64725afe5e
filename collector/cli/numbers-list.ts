/** `leadtrail numbers list`. */
import { type Command, json } from './command.ts'
import { siteNamed, withData } from './data.ts'
import { ofSite, printPools } from './number-pool.ts'

export const numbersList: Command = {
  name: 'numbers list',
  summary: 'List the published numbers of a site and those lent in their place',
  options: { ...ofSite, ...json },
  async run(given, around) {
    const site = await withData(around, ({ archive }) => siteNamed(archive, given['site'] ?? ''))
    printPools(site, given, around)
  },
}
