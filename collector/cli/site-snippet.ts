/** `leadtrail site snippet`: the tag to paste. */
import { snippetOf } from '../http/snippet.ts'
import { type Command, json } from './command.ts'
import { siteNamed, withData } from './data.ts'

export const siteSnippet: Command = {
  name: 'site snippet',
  summary: 'Print the tag to paste into the pages of a site',
  options: { site: { value: 'KEY', about: 'Key or id of the site', required: true }, ...json },
  async run(given, around) {
    const html = await withData(around, async ({ archive, config }) =>
      snippetOf(await siteNamed(archive, given['site'] ?? ''), config.baseUrl),
    )
    around.print(given['json'] === undefined ? html : JSON.stringify({ html }))
  },
}
