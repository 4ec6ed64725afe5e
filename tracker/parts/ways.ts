/**
 * Rarer ways in which a form is sent: out of a shadow root, by a script's `form.submit()`, which no submit event announces,
 * and in steps that are forms of their own.
 */
import type { Candidate } from '../forms.ts'
import { listen } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { theirs } from './plugins.ts'

/** A script's submit takes the page away at once; where the browser does not tell, it is gone soon. */
const atOnce = 500
const soon = 5000

type View = Window & typeof globalThis

/** Watches for them in the window of the page, or in that of a frame. */
export function watchWays(tag: Tag, view: View): void {
  if (tag.config.forms === 'off') return
  const roots = new WeakSet<Node>([view.document])
  const { navigation } = view as { navigation?: Navigation }
  let scripted: Candidate | undefined
  let scriptedAt = 0

  const built = ({ target }: Event) => {
    const one = tag.announce(target as Element)
    if (!one || one.event || one.form.matches(theirs)) return
    scripted = one
    scriptedAt = performance.now()
    // To another window or a frame: the page stays where it is.
    if ((target as Element).hasAttribute('target') && one.complete) tag.confirm((each) => each === one)
  }
  const leave = (longest: number) => {
    if (scripted && performance.now() - scriptedAt < longest) tag.confirm((one) => one === scripted)
  }
  listen(view, 'formdata', built)
  // Submits do not leave a shadow root, but what comes before them does.
  listen(view, 'focusin click', (event) => {
    const root = (event.composedPath()[0] as Node).getRootNode()
    if (roots.has(root)) return
    roots.add(root)
    tag.bind(root)
    listen(root, 'formdata', built)
  })
  if (navigation)
    listen<NavigateEvent>(navigation, 'navigate', (event) => {
      if (!event.destination.sameDocument) leave(atOnce)
    })
  else listen(view, 'pagehide', () => leave(soon))
}

/** A form that its own submit has put out of sight, and that nothing confirmed, was a step on the way to this one. */
export function withSteps({ draft: { fields } }: Candidate, open: readonly Candidate[]) {
  return open.reduce((answers, step) => {
    const { form } = step
    const sentOn = step.event || form.matches(theirs)
    if (step.done || !sentOn || form.getClientRects()[0] || !form.matches(':valid')) return answers
    step.done = true
    return step.draft.fields.filter(({ name }) => !answers.some((each) => each.name === name)).concat(answers)
  }, fields)
}
