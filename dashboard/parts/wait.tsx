/** What stands where an answer will stand: a quiet placeholder, a refusal with a way out, or what to do about emptiness. */
import type { ComponentChildren } from 'preact'
import type { Asked } from '../ask.ts'

/** Draws an answer as soon as there is one; keeps drawing the old one, dimmed, while the next is on its way. */
export function Answer<Value>({
  asked,
  lines = 4,
  children,
}: {
  asked: Asked<Value>
  /** Height of the placeholder. */
  lines?: number
  children: (answer: Value) => ComponentChildren
}) {
  const { answer, refusal, busy, again } = asked
  if (refusal)
    return (
      <div class="refusal" role="alert">
        <p>{refusal.message}</p>
        <button type="button" onClick={again}>
          Try again
        </button>
      </div>
    )
  if (answer === null) return <Placeholder lines={lines} />
  return (
    <div class={busy ? 'is-busy' : undefined} aria-busy={busy}>
      {children(answer)}
    </div>
  )
}

export function Placeholder({ lines }: { lines: number }) {
  return (
    <div class="placeholder" role="status">
      <span class="unseen">Loading …</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="placeholder-line" aria-hidden="true" />
      ))}
    </div>
  )
}

/** Says that there is nothing, why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg class="empty-trail" viewBox="0 0 120 40" aria-hidden="true">
        <path d="M4 34 C 24 34 22 12 44 12 S 70 30 88 26 S 108 8 116 8" />
        <circle cx="4" cy="34" r="3" />
        <circle cx="116" cy="8" r="3" />
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
