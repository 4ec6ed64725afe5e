/** Text on its way out: well-formed, so that every database takes it, short, and without secrets. */
import { masked } from './secrets.ts'

/** Drops NUL and halves of surrogate pairs. (No look-behind: Safari before 16.4 refuses the whole script for one.) */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]|\0/g, (found) => (found[1] ? found : ''))
}

/** What a person reads there: one line, at most so long, secrets masked. */
export function line(text: string | null | undefined, most = 200): string {
  return masked((text || '').replace(/\s+/g, ' ').trim()).slice(0, most)
}

/** The value as text of at most so many characters; nothing where there is none. */
export function textOf(value: unknown, most = 200): string | undefined {
  return value || value === 0 ? String(value).slice(0, most) : undefined
}
