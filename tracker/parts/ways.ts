/**
 * Rarer ways in which a form is sent: out of a shadow root, by a script's `form.submit()`, which no submit event announces,
 * and in steps that are forms of their own.
 */
import type { Candidate } from '../forms.ts'
import { listen } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { theirs } from './plugins.ts'

/** How long a step waits for the next one. */
const longestStep = 30 * 60 * 1000

type View = Window & typeof globalThis

/** Watches for them in the window of the page, or in that of a frame. */
export function watchWays(tag: Tag, view: View): void {
  if (tag.config.forms === 'off') return
  const roots = new WeakSet<Node>([view.document])
  const { navigation } = view as { navigation?: Navigation }
  let scripted: Candidate | undefined

  // Reading a form is not sending it: what was read counts once it takes the page away.
  const built = ({ target }: Event) => {
    const one = tag.announce(target as Element)
    if (one && !one.event && !one.form.matches(theirs)) scripted = one
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
      if (event.formData) tag.confirm((one) => one === scripted)
    })
}

/** A form that its own submit has put out of sight, and that nothing confirmed, was a step on the way to this one. */
export function withSteps({ draft: { fields } }: Candidate, open: readonly Candidate[]) {
  return open.reduce((answers, step) => {
    const { form } = step
    const sentOn = step.event || form.matches(theirs)
    const age = performance.timeOrigin + performance.now() - step.since
    if (
      step.done ||
      !sentOn ||
      age > longestStep ||
      step.draft.kiosk ||
      form.getClientRects()[0] ||
      !form.matches(':valid')
    )
      return answers
    step.done = true
    return step.draft.fields.filter(({ name }) => !answers.some((each) => each.name === name)).concat(answers)
  }, fields)
}
