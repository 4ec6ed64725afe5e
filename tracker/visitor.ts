/**
 * Who this browser is on this site: a random id, at most 13 months from its first setting, in a cookie with localStorage
 * behind it. What is kept is `<id>.<since>`, `.1` behind it when the visitor agreed himself, or `0` when he refused.
 */
import { config } from './config.ts'
import type { Choice } from './consent.ts'
import { randomId } from './random-id.ts'
import { recalled, store, storeCookie } from './storage.ts'

const life = 395 * 24 * 60 * 60

let known = ''
let arrived = ''

const now = () => Math.floor(Date.now() / 1000)
const left = (value: string) => parseInt(value.slice(23), 36) + life - now()
/** A no in either place counts before an id in the other. */
function recall(): string {
  if (known) return known
  const found = recalled(config.key)
  return found.includes('0') ? '0' : found.find((value) => value && left(value) > 0) || ''
}

function keep(value: string, seconds: number): void {
  known = value
  store(config.key, value)
  storeCookie(config.key, value, seconds)
}

/** What this browser was told earlier. */
export function choiceKept(): Choice | '' | undefined {
  const kept = recall()
  return kept === '0' ? 'denied' : kept[30] && 'granted'
}

/** What is kept of the visitor; made when there is nothing. With `.1` it is noted that he agreed himself. */
export function visitor(agreed?: '.1' | ''): string {
  const kept = recall()
  let value = kept[1] ? kept : arrived || randomId() + '.' + now().toString(36)
  if (!value[30] && agreed) value += agreed
  arrived = ''
  if (value !== known) keep(value, left(value))
  return value
}

/** Another of the site's domains knows him under this value: it is taken unless this browser has one. */
export function adopt(value: string): void {
  if (/^[\w-]{22}\.\w{6}$/.test(value) && left(value) > 0) arrived = value
}

/** Notes for later pages that he refused. */
export function refuse(): void {
  keep('0', life)
}

/** That he refused stays. */
export function forgetVisitor(): void {
  if (recalled(config.key).some((kept) => kept?.[1])) keep('', 0)
  known = ''
}

/** Whether this browser holds an id of his. */
export function isKnown(): boolean {
  return !!recall()[1]
}

/** What was on its way when he was forgotten may have brought his cookie back. */
export function reassert(): void {
  // What another tab has just refused stays refused.
  if (known === '0' || !recalled(config.key).includes('0'))
    storeCookie(config.key, known, known[1] ? left(known) : known ? life : 0)
}

/** Another tab may have changed what is kept. */
export function lookAgain(): void {
  known = ''
}
