/** The device's memory: a cookie and localStorage. Either may be blocked, full, or throw when touched. */
import { safely } from './guard.ts'

/** What localStorage and the cookie of this name hold, as far as they can be asked. */
export function recalled(key: string): string[] {
  const found: (string | null | undefined)[] = []
  safely(() => found.push((document.cookie.match('(?:^|; )' + key + '=([^;]*)') || [])[1]))()
  safely(() => found.push(localStorage.getItem(key)))()
  return found.filter((value): value is string => !!value)
}

/** Puts the text into localStorage; an empty one takes away what is there. */
export const store = safely((key: string, text: string) => {
  if (text) localStorage.setItem(key, text)
  else localStorage.removeItem(key)
})

/** Sets the site's own cookie for so many seconds; none takes it away. */
export const storeCookie = safely((key: string, value: string, seconds: number) => {
  const secure = location.protocol === 'https:' ? ';Secure' : ''
  document.cookie = key + '=' + value + ';path=/;max-age=' + seconds + ';SameSite=Lax' + secure
})
