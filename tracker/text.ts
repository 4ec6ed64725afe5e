/** Text on its way out: well-formed, so that every database takes it, short, and without secrets. */
import { masked } from './secrets.ts'

/**
 * The value as JSON, without NUL and halves of surrogate pairs: whole pairs stand in it as they are, halves as escapes.
 * A backslash that somebody wrote stands in it twice, and stays.
 */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(/(\\\\)|\\u(d...|0000)/g, '$1')
}

/** What a person reads there: one line, at most so long, secrets masked. */
export function line(text: unknown, most = 200): string {
  return masked(
    String(text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).slice(0, most)
}
