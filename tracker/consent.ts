/** What the tag may do now, from what the site wants, what the visitor said and what his browser says. */

export type Choice = 'granted' | 'denied'

/**
 * `granted`: events of a visitor. `cookieless`: events without one, nothing stored. `denied`, or not asked yet: nothing but
 * what he sends to the site himself; the landing waits. Nothing at all: the site's mode is not known, all waits.
 */
export type Allowed = 'cookieless' | Choice | undefined

/** A visitor's own word counts before the general signal of his browser, and both before the site's wish. */
export function allowed(mode: string | undefined, choice: Choice | '' | undefined, signal: boolean): Allowed {
  if (choice || !mode) return choice || undefined
  if (mode === 'granted') return signal ? 'cookieless' : mode
  return mode === 'cookieless' ? mode : 'denied'
}

/** Global Privacy Control (https://w3c.github.io/gpc/) or Do Not Track. */
export function refusesTracking(browser: Navigator): boolean {
  return !!(browser as { globalPrivacyControl?: boolean }).globalPrivacyControl || browser.doNotTrack === '1'
}
