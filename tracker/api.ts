/** `window.lt(command, …)`: what a page may say. What nobody can mean is ignored; nothing is answered with an exception. */
import type { Answer } from '@leadtrail/shared/event'
import { type Values, claimOf, flat } from './claim.ts'
import { answer } from './fields.ts'
import type { RecordEvent, Recorder } from './record.ts'

/** The commands by name, each taking what follows the name. */
export type Commands = { readonly [command: string]: (first?: unknown, second?: unknown) => void }

const text = (value: unknown, most = 200) => (value ? String(value).slice(0, most) : undefined)

export function commandsOf({ choose, reset, tell }: Recorder, record: RecordEvent, view: () => void): Commands {
  return {
    page: view,
    event(name, props) {
      if (name) record({ type: 'custom', name: text(name) || '', props: flat(props) })
    },
    identify: (claim) => record({ type: 'identify', contact: claimOf(claim) }),
    form(said) {
      const { fields, kind } = said as { fields?: unknown; kind?: unknown }
      record({ type: 'form', kind: text(kind, 40), fields: givenAnswers(fields) })
    },
    consent(choice) {
      if (choice === 'granted' || choice === 'denied') choose(choice)
    },
    reset,
    visitor: (callback) => tell(callback as (id: string | undefined) => void),
  }
}

/** Fields as a list of answers, or as an object of names and values; judged like those of a form on the page. */
function givenAnswers(fields: unknown): Answer[] {
  const list: Values[] = Array.isArray(fields)
    ? fields.map(flat)
    : Object.entries(flat(fields)).map(([name, value]) => ({ name, value }))
  return list
    .map(({ name, label, type, value }) =>
      answer(
        { name: text(name) || '', label: text(label) || '', value: text(value, 9999) || '' },
        '',
        text(type) || '',
      ),
    )
    .filter((given): given is Answer => !!given)
    .slice(0, 200)
}
