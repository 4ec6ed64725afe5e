/** The decisions that ask something first: what a won lead brought, why one was lost, why one was no lead at all. */
import { useState } from 'preact/hooks'
import { money, minorOf } from '../format.ts'
import { listOf, reasonNames } from '../words.ts'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'

type Details = { readonly reason?: string; readonly revenue?: number }
type Parts = { currency: string; onClose: () => void; onDecide: (details: Details) => void }

export function WonDialog({ currency, onClose, onDecide }: Parts) {
  const [text, setText] = useState('')
  const [refused, setRefused] = useState(false)
  const revenue = minorOf(text, currency)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (revenue === null) setRefused(true)
    else onDecide({ revenue })
  }
  return (
    <Dialog title="Won" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <Field
          label={`Revenue in ${currency}`}
          hint={
            revenue === null
              ? 'It replaces the expected value in every figure.'
              : `That is ${money({ amount: revenue, currency })}.`
          }
          wrong={refused && revenue === null ? 'Please give an amount such as 180000.' : undefined}
        >
          {(ties) => (
            <input
              {...ties}
              autofocus
              inputMode="decimal"
              autocomplete="off"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Buttons does="Mark as won" onClose={onClose} />
      </form>
    </Dialog>
  )
}

export function LostDialog({ onClose, onDecide }: Parts) {
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onDecide(reason.trim() ? { reason: reason.trim() } : {})
  }
  return (
    <Dialog title="Lost" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <Field label="Why?" hint="For instance: price, timing, chose a competitor. May stay empty.">
          {(ties) => (
            <input
              {...ties}
              autofocus
              maxLength={500}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <Buttons does="Mark as lost" onClose={onClose} />
      </form>
    </Dialog>
  )
}

export function IrrelevantDialog({ onClose, onDecide }: Parts) {
  const reasons = listOf(reasonNames)
  const [reason, setReason] = useState<(typeof reasons)[number]>('support')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onDecide({ reason })
  }
  return (
    <Dialog title="Irrelevant" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <fieldset class="radios">
          <legend>What was it?</legend>
          {reasons.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="reason"
                value={name}
                checked={name === reason}
                onChange={() => setReason(name)}
              />
              {reasonNames[name]}
            </label>
          ))}
        </fieldset>
        <p class="quiet">The lead stays here to be looked up, and counts in no figure, past reports included.</p>
        <Buttons does="Mark as irrelevant" onClose={onClose} />
      </form>
    </Dialog>
  )
}

function Buttons({ does, onClose }: { does: string; onClose: () => void }) {
  return (
    <div class="buttons">
      <button type="submit" class="primary">
        {does}
      </button>
      <button type="button" onClick={onClose}>
        Cancel
      </button>
    </div>
  )
}
