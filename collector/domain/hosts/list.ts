/**
 * What a host list is. The lists beside this file are versioned data: a changed line is a new
 * version, because it changes which channel earns the credit.
 */

/** What kind of place a traffic source is; it decides most channels. */
export type SourceKind = 'search' | 'social' | 'video' | 'shopping' | 'mail' | 'assistant' | 'ads'

export type HostList = {
  readonly kind: SourceKind
  /** The month in which the list was drawn up or last changed. */
  readonly version: string
  readonly origin: string
  /**
   * The hosts of each source. `kvasir.no` is that host, with or without `www.` or `m.` in front; `*.facebook.com` is also
   * every host below it; `google.*` is the host under `com` and under the endings of countries (`dk`, `co.uk`, `com.br`).
   * A package name such as `com.linkedin.android` is the host of an `android-app://` referrer.
   */
  readonly sources: Readonly<Record<string, readonly string[]>>
}
