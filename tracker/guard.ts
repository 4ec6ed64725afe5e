/** The wall between the tag and the page: nothing that goes wrong on this side is ever heard of on the other. */

/** What the work answers; nothing where it throws. */
export function tried<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work()
  } catch {
    // The page owes us nothing: what fails here costs an event, never the page.
    return undefined
  }
}

/** The same work, except that what it throws is swallowed. */
export function safely<Args extends readonly unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  return (...args) => tried(() => work(...args))
}

/** Listens in the capture phase: a page that stops its events stops nothing of ours. Types stand apart by blanks. */
export function listen<Heard extends Event>(target: EventTarget, types: string, hear: (event: Heard) => void): void {
  types.split(' ').forEach((type) => target.addEventListener(type, safely(hear) as EventListener, true))
}

/** Does the work after so many ms, and answers the timer. */
export function later(ms: number, work: () => void): number {
  return setTimeout(safely(work), ms)
}

/** Does the work when the window is hidden or goes away; a phone may never tell more than the first. */
export function onLeave(work: () => void, page: Document = document): void {
  // Every document that is shown has a window.
  listen(page.defaultView as Window, 'pagehide visibilitychange', ({ type }) => {
    if (type[0] === 'p' || page.visibilityState === 'hidden') work()
  })
}
