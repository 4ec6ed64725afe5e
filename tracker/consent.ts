/** What the tag may do now, from what the site wants, what the visitor said and what his browser says. */
import type { ConsentMode } from '@leadtrail/shared/settings'

export type Choice = 'granted' | 'denied'

/**
 * `unknown`: the site's mode is not known yet, all waits. `waiting`: the visitor has not been asked, the landing waits.
 * `cookieless`: events without a visitor, nothing stored. `denied`: nothing but what he sends to the site himself.
 */
export type Allowed = 'unknown' | 'waiting' | 'denied' | 'cookieless' | 'granted'

/** A visitor's own word counts before the general signal of his browser, and both before the site's wish. */
export function allowed(mode: ConsentMode | undefined, choice: Choice | undefined, signal: boolean): Allowed {
  if (choice) return choice
  if (mode === 'granted') return signal ? 'cookieless' : 'granted'
  if (mode === 'required') return signal ? 'denied' : 'waiting'
  return mode || 'unknown'
}

/** Global Privacy Control (https://w3c.github.io/gpc/) or Do Not Track. */
export function refusesTracking(browser: Navigator): boolean {
  return !!(browser as { globalPrivacyControl?: boolean }).globalPrivacyControl || browser.doNotTrack === '1'
}
