/** The receipt of a figure: the formula, one line per rule with its amount, and the events behind each line. */
import type { Receipt, ReceiptLine } from '@leadtrail/shared/reports'
import { money, number, signed } from '../format.ts'
import { figureNames, stageNames } from '../words.ts'
import { Dialog } from './dialog.tsx'
import type { Places } from './journey-places.ts'

/** Many events behind one line are named up to here, the rest is counted. */
const NAMED = 6

type Slip = {
  receipt: Receipt
  currency: string
  places: Places
  addressOf: (event: string) => string
  onClose: () => void
}

export function ReceiptSlip({ receipt, currency, places, addressOf, onClose }: Slip) {
  const amount = amountWriter(receipt, currency)
  return (
    <Dialog title={`Receipt: ${figureNames[receipt.figure]}`} kind="slip" onClose={onClose}>
      <p class="slip-formula">{receipt.formula}</p>
      <ol class="slip-lines">
        {receipt.lines.map((line, place) => (
          <Line
            key={`${line.rule} ${place}`}
            line={line}
            beside={receipt.figure === 'value' && line.amount !== receipt.result}
            amount={amount}
            places={places}
            addressOf={addressOf}
          />
        ))}
      </ol>
      <p class="slip-total">
        <span>{figureNames[receipt.figure]}</span>
        <strong>{resultOf(receipt, currency)}</strong>
      </p>
      <p class="slip-foot">Version: {receipt.version}</p>
    </Dialog>
  )
}

type LineParts = {
  line: ReceiptLine
  /** Stands there to be compared with, and is no part of the result: a value is the greatest, never a sum. */
  beside: boolean
  amount: (amount: number) => string
  places: Places
  addressOf: (event: string) => string
}

function Line({ line, beside, amount, places, addressOf }: LineParts) {
  return (
    <li class={beside ? 'is-beside' : undefined}>
      <p class="slip-line">
        <span>{line.text}</span>
        {line.amount !== null && <span class="slip-amount">{amount(line.amount)}</span>}
      </p>
      {/* The rule of a source is a sentence, and its text begins with it. */}
      {!line.text.startsWith(line.rule) && <p class="slip-rule">{line.rule}</p>}
      {line.events.length > 0 && (
        <ul class="slip-events">
          {line.events.slice(0, NAMED).map((event) => {
            const place = places.get(event)
            return (
              <li key={event}>{place ? <a href={addressOf(place.anchor)}>{place.text}</a> : <code>{event}</code>}</li>
            )
          })}
          {line.events.length > NAMED && <li>and {number(line.events.length - NAMED)} more</li>}
        </ul>
      )}
    </li>
  )
}

function amountWriter(receipt: Receipt, currency: string): (amount: number) => string {
  return receipt.figure === 'value' ? (amount) => money({ amount, currency }) : signed
}

function resultOf({ figure, result }: Receipt, currency: string): string {
  if (figure === 'stage') return Object.entries(stageNames).find(([stage]) => stage === result)?.[1] ?? String(result)
  if (typeof result === 'string') return result
  return figure === 'value' ? money({ amount: result, currency }) : number(result)
}
