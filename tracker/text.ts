/** Text on its way out: short, and without secrets. */
import { masked } from './secrets.ts'

/** What a person reads there: one line, at most so long, secrets masked. */
export function line(text: unknown, most = 200): string {
  return masked(
    String(text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).slice(0, most)
}
