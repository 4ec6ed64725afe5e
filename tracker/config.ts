/** What the tag knows of its site: the attributes of its own script element, or what the package's `init` is given. */

/** As they are written, except where something else is said. */
export type Config = {
  readonly site: string
  /** Where the collector answers, without a slash at the end. */
  readonly host: string
  /** `required`, `cookieless`, `granted`; absent where the tag leaves it to the site's setting, which the collector knows. */
  consent?: string | undefined
  /** `off`: forms are not watched. */
  readonly forms?: string | undefined
  /** The site's other domains: links to them lead nowhere else. */
  readonly domains: string[]
  /** The consent banner to listen to: `cookiebot`, `onetrust:C0002`, …, `auto`. */
  readonly cmp?: string | undefined
  /** There, whatever it says, where the site lends telephone numbers to visitors. */
  numbers?: string | undefined
  /** Under which name the device remembers. */
  readonly key: string
}

/** There is one tag on a page, and it is the tag of one site. */
export let config: Config

export function configure(given: Config): void {
  config = given
}

/** What the attributes say; `src` is where the script itself lies. Nothing where they make no sense. */
export function configOf(data: DOMStringMap, src: string): Config | undefined {
  const { site, host, domains = '' } = data
  // Only pages of the web have a host.
  if (!site || !location.host) return undefined
  return Object.assign({}, data, {
    site,
    // Beside the script, so that a proxy on the site's own domain may give it any path.
    host: new URL(host || src.replace(/[^/]*$/, ''), location.href).href.replace(/\/$/, ''),
    domains: domains.match(/[^\s,]+/g) || [],
    key: 'lt_' + site,
  })
}
