/** `leadtrail site list`. */
import { type Command, columns, json } from './command.ts'
import { withData } from './data.ts'

export const siteList: Command = {
  name: 'site list',
  summary: 'List the sites with their keys',
  options: json,
  async run(given, around) {
    const sites = await withData(around, ({ archive }) => archive.sites())
    if (given['json'] !== undefined) {
      const shown = sites.map(({ id, key, name, domains, consent }) => ({ id, key, name, domains, consent }))
      around.print(JSON.stringify({ sites: shown }))
    } else if (sites.length === 0) around.say('There is no site yet. leadtrail site add makes one.')
    else
      around.print(columns(sites.map(({ key, name, domains }) => [key, `${name} (${domains.join(', ')})`])).join('\n'))
  },
}
