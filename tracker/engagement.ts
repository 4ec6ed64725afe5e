/**
 * How long a page was really looked at, and how far down. Time counts while the page is visible and has the focus, and for
 * at most half a minute after the last sign of somebody.
 */
import { listen } from './guard.ts'
import { record } from './record.ts'

const longestPause = 30_000
const shortest = 1000

let engaged = 0
let beatAt = 0
let active = false
/** Where the lowest pixel was that has been seen. */
let deepest = 0
let height = 0

function beat(): void {
  const now = performance.now()
  // A gap longer than the pause is somebody who left, or a machine that slept.
  if (active) engaged += Math.min(now - beatAt, longestPause)
  beatAt = now
  active = document.visibilityState === 'visible' && document.hasFocus()
}

/** Asked where the browser knows it anyway: elsewhere it would have to lay out the page for the answer. */
export function look(): void {
  height = document.documentElement.scrollHeight
  deepest = Math.max(deepest, scrollY + innerHeight)
}

/** A page begins to be looked at. */
export function startLooking(): void {
  deepest = 0
  height = 0
  beat()
  engaged = 0
}

/** The page of this address is hidden or left: records what has come together, once. */
export function recordEngagement(url: string | undefined): void {
  beat()
  if (engaged < shortest) return
  // Of a page that another route has replaced, unscrolled, nobody knows.
  const scroll = height ? Math.min(100, Math.round((100 * deepest) / height)) : undefined
  record({ type: 'engagement', url, engagedMs: Math.round(engaged), scroll })
  engaged = 0
}

export function watchEngagement(): void {
  listen(window, 'pointermove pointerdown keydown scroll focus blur visibilitychange', beat)
  listen(window, 'scroll', look)
}
