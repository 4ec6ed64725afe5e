/** `window.lt(command, …)`: what a page may say. What nobody can mean is ignored; nothing is answered with an exception. */
import type { Answer, Claim, ServerEvent } from '@leadtrail/shared/event'
import { answer, isAnswer } from './fields.ts'
import { later } from './guard.ts'
import { act, view } from './page.ts'
import { choose, onVisitor, reset } from './record.ts'

/** What a page says goes out as it says it; the collector brings it into form. */
type Props = Extract<ServerEvent, { type: 'custom' }>['props']

/** The commands by name, each taking what follows the name. */
export const commands: { readonly [command: string]: (first?: unknown, second?: unknown) => void } = {
  page: view,
  event(name, props) {
    if (name) act({ type: 'custom', name: name + '', props: props as Props })
  },
  identify: (claim) => act({ type: 'identify', contact: claim as Claim }),
  form(said) {
    const form = said as { fields: object; kind?: string }
    act({ type: 'form', kind: form.kind, fields: givenAnswers(form.fields) })
  },
  consent(choice) {
    if (choice === 'granted' || choice === 'denied') choose(choice)
  },
  reset,
  visitor: (callback) =>
    onVisitor((kept) => {
      if (kept === undefined) return false
      const tell = callback as (id: string | undefined) => void
      // In a turn of its own: what it throws is the page's.
      later(0, () => tell(kept.slice(0, 22) || undefined))
      return true
    }),
}

/** Fields as a list of answers, or as an object of names and values; judged like those of a form on the page. */
function givenAnswers(fields: object): Answer[] {
  return Object.entries(fields || {})
    .map(([name, value]) => answer({ name, value, ...value }))
    .filter(isAnswer)
}
