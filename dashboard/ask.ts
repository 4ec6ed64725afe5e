/** A question to the API and what became of it, as a component sees it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Refusal } from './api.ts'

export type Asked<Answer> = {
  /** The latest answer; that of the question before as long as the new one is on its way. */
  readonly answer: Answer | null
  readonly refusal: Refusal | null
  readonly busy: boolean
  /** Asks once more. */
  readonly again: () => void
}

export const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('Something went wrong in this page. Please reload it.', 0)

/**
 * Asks whenever the key changes. An answer that has been overtaken is dropped. What belongs to another subject (the part
 * of the key before the first space) is not shown in the meantime.
 */
export function useAsk<Answer>(key: string, ask: () => Promise<Answer>): Asked<Answer> {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ key: string; answer: Answer | null; refusal: Refusal | null; busy: boolean }>({
    key,
    answer: null,
    refusal: null,
    busy: true,
  })
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    let overtaken = false
    setState((before) => ({ ...before, busy: true }))
    latest.current().then(
      (answer) => overtaken || setState({ key, answer, refusal: null, busy: false }),
      (error: unknown) => overtaken || setState({ key, answer: null, refusal: refusalOf(error), busy: false }),
    )
    return () => {
      overtaken = true
    }
  }, [key, round])
  const again = () => setRound((before) => before + 1)
  const same = subjectOf(state.key) === subjectOf(key)
  return same
    ? { answer: state.answer, refusal: state.refusal, busy: state.busy || state.key !== key, again }
    : { answer: null, refusal: null, busy: true, again }
}

const subjectOf = (key: string): string => key.split(' ', 1)[0] ?? ''
