/** What the tag says of itself: the attributes of its own script element. */
import type { ConsentMode } from '@leadtrail/shared/settings'

export type Config = {
  readonly site: string
  /** Where the collector answers, without a slash at the end. */
  readonly host: string
  /** Absent where the tag leaves it to the site's setting, which the collector knows. */
  readonly consent: ConsentMode | undefined
  readonly forms: boolean
  /** The site's other domains: links to them lead nowhere else. */
  readonly domains: string[]
  /** The consent banner to listen to: `cookiebot`, `onetrust:C0002`, …, `auto`. */
  readonly cmp: string
  /** Whether the site lends telephone numbers to visitors. */
  numbers: boolean
  /** Under which name the device remembers. */
  readonly key: string
}

/** The mode, if it is one. */
export function modeOf(text: unknown): ConsentMode | undefined {
  return (['required', 'cookieless', 'granted'] as const).find((mode) => mode === text)
}

/** Reads the element. Throws where there is none, or none that makes sense. */
export function configOf(element: HTMLScriptElement): Config | undefined {
  const { site = '', host, consent, forms, domains, cmp = '', numbers } = element.dataset
  if (!site || !/^http/.test(location.protocol)) return undefined
  return {
    site,
    host: (host ? new URL(host, location.href).href : new URL(element.src).origin).replace(/\/$/, ''),
    consent: modeOf(consent),
    forms: forms !== 'off',
    cmp,
    numbers: numbers !== undefined,
    domains: (domains || '').match(/[^\s,]+/g) || [],
    key: 'lt_' + site.replace(/[^\w-]/g, '_'),
  }
}
