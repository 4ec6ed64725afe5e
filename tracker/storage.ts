/** The device's memory: a cookie and localStorage. Either may be blocked, full, or throw when touched. */
import { safely } from './guard.ts'

/** What localStorage holds; nothing where it does not, or cannot be asked. */
export function read(key: string): string {
  let found: string | null = ''
  safely(() => (found = localStorage.getItem(key)))()
  return found || ''
}

/** Puts the text there; an empty one takes away what is there. */
export const write = safely((key: string, text: string) => {
  if (text) localStorage.setItem(key, text)
  else localStorage.removeItem(key)
})

/** The site's own cookie; nothing where there is none. */
export function readCookie(name: string): string {
  let found = ''
  safely(() =>
    document.cookie.split('; ').forEach((pair) => pair.startsWith(name + '=') && (found = pair.slice(name.length + 1))),
  )()
  return found
}

/** Sets it for so many seconds; none takes it away. */
export const writeCookie = safely((name: string, value: string, seconds: number) => {
  const secure = location.protocol === 'https:' ? ';Secure' : ''
  document.cookie = name + '=' + value + ';path=/;max-age=' + seconds + ';SameSite=Lax' + secure
})
