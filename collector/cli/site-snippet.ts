/** `leadtrail site snippet`: the tag to paste. */
import { snippetOf } from '../http/snippet.ts'
import { type Command, UsageError, json } from './command.ts'
import { siteNamed, withData } from './data.ts'

/** The banners that the tag knows, as `data-cmp` names them; categories may follow behind a colon. */
const banners = ['auto', 'cookiebot', 'cookieinformation', 'cookieyes', 'google', 'onetrust', 'tcf', 'wp']

export const siteSnippet: Command = {
  name: 'site snippet',
  summary: 'Print the tag to paste into the pages of a site',
  options: {
    site: { value: 'KEY', about: 'Key or id of the site', required: true },
    cmp: { value: 'NAME[:CATEGORIES]', about: `The consent banner to listen to: ${banners.join(', ')}` },
    full: { about: 'One script with all its parts, for a content policy that names scripts by hash' },
    ...json,
  },
  async run(given, around) {
    const banner = bannerOf(given['cmp'])
    const html = await withData(around, async ({ archive, config }) =>
      snippetOf(await siteNamed(archive, given['site'] ?? ''), config.baseUrl, {
        banner,
        full: given['full'] !== undefined,
      }),
    )
    around.print(given['json'] === undefined ? html : JSON.stringify({ html }))
  },
}

/** @throws UsageError A tag that listens to a banner nobody knows would never be told of a yes. */
function bannerOf(text: string | undefined): string | undefined {
  const [name = '', categories] = (text ?? '').split(':')
  if (text === undefined || banners.includes(name)) {
    if (name === 'onetrust' && !categories)
      throw new UsageError('--cmp onetrust: needs its group, such as onetrust:C0002')
    return text
  }
  throw new UsageError(`--cmp ${text}: is not one of ${banners.join(', ')}`)
}
