/** `window.lt(command, …)`: what a page may say. What nobody can mean is ignored; nothing is answered with an exception. */
import type { Answer } from '@leadtrail/shared/event'
import { claimOf, flat } from './claim.ts'
import { answer } from './fields.ts'
import type { RecordEvent, Recorder } from './record.ts'
import { textOf } from './text.ts'

/** The commands by name, each taking what follows the name. */
export type Commands = { readonly [command: string]: (first?: unknown, second?: unknown) => void }

export function commandsOf({ choose, reset, tell }: Recorder, record: RecordEvent, view: () => void): Commands {
  return {
    page: view,
    event(name, props) {
      if (name) record({ type: 'custom', name: textOf(name) || '', props: flat(props) })
    },
    identify: (claim) => record({ type: 'identify', contact: claimOf(claim) }),
    form(said) {
      const { fields, kind } = said as { fields: object; kind?: unknown }
      record({ type: 'form', kind: textOf(kind, 40), fields: givenAnswers(fields) })
    },
    consent(choice) {
      if (choice === 'granted' || choice === 'denied') choose(choice)
    },
    reset,
    visitor: (callback) => tell(callback as (id: string | undefined) => void),
  }
}

/** Fields as a list of answers, or as an object of names and values; judged like those of a form on the page. */
function givenAnswers(fields: object): Answer[] {
  return Object.entries(fields)
    .map(([name, value]) => answer({ name, value, ...value }))
    .filter((given): given is Answer => !!given)
    .slice(0, 200)
}
