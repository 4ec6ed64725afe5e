/** The wall between the tag and the page: nothing that goes wrong on this side is ever heard of on the other. */

/** The same work, except that what it throws is swallowed. */
export function safely<Args extends readonly unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  return (...args) => {
    try {
      work(...args)
    } catch {
      // The page owes us nothing: what fails here costs an event, never the page.
    }
  }
}

/** Listens, passively, in the capture phase: a page that stops its events stops nothing of ours. Types stand apart by blanks. */
export function listen<Heard extends Event>(target: EventTarget, types: string, hear: (event: Heard) => void): void {
  const heard = safely(hear) as EventListener
  types.split(' ').forEach((type) => target.addEventListener(type, heard, { capture: true, passive: true }))
}

/** Does the work after so many ms, and answers the timer. */
export function later(ms: number, work: () => void): number {
  return setTimeout(safely(work), ms)
}

/** Does the work when the page is hidden or goes away; a phone may never tell more than the first. */
export function onLeave(work: () => void): void {
  listen(window, 'pagehide', work)
  listen(document, 'visibilitychange', () => document.visibilityState === 'hidden' && work())
}
