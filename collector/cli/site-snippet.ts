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
    const [site, html] = await withData(around, async ({ archive, config }) => {
      const named = await siteNamed(archive, given['site'] ?? '')
      return [named, snippetOf(named, config.baseUrl, { banner, full: given['full'] !== undefined })] as const
    })
    if (banner && site.consent !== 'required')
      around.say(
        `The site's consent is ${site.consent}: visitors are counted before the banner has their answer. ` +
          'With a banner it should be required; the set-up page of the site changes it.',
      )
    around.print(given['json'] === undefined ? html : JSON.stringify({ html }))
  },
}

/**
 * The banner as the tag knows it; categories stay as they are written, for a banner tells them apart by their case.
 * @throws UsageError A tag that listens to a banner nobody knows would never be told of a yes.
 */
function bannerOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const written = text.replace(/^[^:]+/, (name) => name.toLowerCase())
  const [name = '', categories] = written.split(':')
  if (!banners.includes(name)) throw new UsageError(`--cmp ${text}: is not one of ${banners.join(', ')}`)
  if (name === 'onetrust' && !categories)
    throw new UsageError('--cmp onetrust: needs its group, such as onetrust:C0002')
  return written
}
