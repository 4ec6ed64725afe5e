/**
 * Click ids: what an advertising or social platform adds to a link so that it recognises the click.
 * Each counts for its own platform only.
 */
export type ClickIdRule = {
  readonly name: string
  /** The source and medium of a link that nothing else names. */
  readonly source: string
  readonly medium: string
  /** Further sources of the same platform, on which the id counts as well. */
  readonly also: readonly string[]
  /** `search`: the engine adds it to its ads only. `social`: shows the platform; paid only with a paid medium. */
  readonly proves: 'search' | 'social' | 'display' | 'platform'
}

const meta = ['instagram', 'messenger', 'threads', 'whatsapp']

/** Where a link carries several, the earlier one counts. */
export const clickIds = {
  version: '2026-11',
  origin: "compiled by the authors from the platforms' public documentation of their links",
  rules: [
    { name: 'gclid', source: 'google', medium: 'cpc', also: ['youtube'], proves: 'search' },
    { name: 'gbraid', source: 'google', medium: 'cpc', also: ['youtube'], proves: 'search' },
    { name: 'wbraid', source: 'google', medium: 'cpc', also: ['youtube'], proves: 'search' },
    { name: 'msclkid', source: 'bing', medium: 'cpc', also: [], proves: 'search' },
    { name: 'yclid', source: 'yandex', medium: 'cpc', also: [], proves: 'search' },
    { name: 'dclid', source: 'google', medium: 'display', also: [], proves: 'display' },
    { name: 'li_fat_id', source: 'linkedin', medium: 'social', also: [], proves: 'social' },
    { name: 'ttclid', source: 'tiktok', medium: 'social', also: [], proves: 'social' },
    { name: 'twclid', source: 'twitter', medium: 'social', also: [], proves: 'social' },
    { name: 'rdt_cid', source: 'reddit', medium: 'social', also: [], proves: 'social' },
    { name: 'epik', source: 'pinterest', medium: 'social', also: [], proves: 'social' },
    { name: 'fbclid', source: 'facebook', medium: 'social', also: meta, proves: 'platform' },
  ],
  /**
   * Not an id but a small number that Google puts on every ad link, and that survives where browsers strip the id.
   * Too weak to start a session or to prove an ad.
   */
  weak: 'gad_source',
} as const satisfies {
  version: string
  origin: string
  rules: readonly ClickIdRule[]
  weak: string
}
