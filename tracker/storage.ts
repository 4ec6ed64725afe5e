/** The device's memory: a cookie and localStorage. Either may be blocked, full, or throw when touched. */
import { safely, tried } from './guard.ts'

const cookieOf = (key: string) => document.cookie.match('(?:^|; )' + key + '=([^;]*)')?.[1]

/** What the cookie and localStorage hold under this name, as far as they can be asked. */
export function recalled(key: string): (string | null | undefined)[] {
  return [tried(() => cookieOf(key)), tried(() => localStorage.getItem(key))]
}

/** Puts the text into localStorage; an empty one takes away what is there. */
export const store = safely((key: string, text: string) => {
  if (text) localStorage.setItem(key, text)
  else localStorage.removeItem(key)
})

/**
 * Sets the site's own cookie for so many seconds, for the widest domain that the browser takes (it refuses `co.uk`), so
 * that subdomains share it; no value takes it away. A cookie that is there already stays as it is: what HTTP has set lives
 * longer than what a script sets.
 */
export const storeCookie = safely((key: string, value: string, seconds: number) => {
  const labels = location.hostname.split('.')
  const isSet = () => value && cookieOf(key) === value
  if (isSet()) return
  labels
    .map((_, place) => labels.slice(-1 - place).join('.'))
    .find((domain) => {
      const secure = location.protocol === 'https:' ? ';Secure' : ''
      document.cookie = key + '=' + value + ';path=/;SameSite=Lax;max-age=' + seconds + ';domain=' + domain + secure
      return isSet()
    })
})
