/** What was sent out, how each attempt went, and a way to send it again. */
import type { DeliveryJson } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { replay } from '../api.ts'
import { refusalOf } from '../ask.ts'
import { counted, moment } from '../format.ts'
import { say } from '../notices.ts'
import { write } from '../question.ts'
import { deliveryStates } from '../words.ts'

type List = {
  deliveries: readonly DeliveryJson[]
  site: SiteJson
  onChange: () => void
  /** Whether to say which lead it was: on a page that is not about one. */
  withLead?: boolean
  /** What to say when there is none. */
  children: ComponentChildren
}

export function DeliveryList({ deliveries, site, onChange, withLead = false, children }: List) {
  if (deliveries.length === 0) return <>{children}</>
  return (
    <table class="list deliveries">
      <caption class="unseen">Deliveries, newest first</caption>
      <thead>
        <tr>
          <th scope="col">To</th>
          {withLead && <th scope="col">Lead</th>}
          <th scope="col">State</th>
          <th scope="col">Written</th>
          <th scope="col">Attempts</th>
          <th scope="col">
            <span class="unseen">Send again</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} site={site} withLead={withLead} onChange={onChange} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  delivery,
  site,
  withLead,
  onChange,
}: {
  delivery: DeliveryJson
  site: SiteJson
  withLead: boolean
  onChange: () => void
}) {
  const failure = delivery.state === 'delivered' ? undefined : delivery.attempts.at(-1)?.detail
  return (
    <tr>
      <th scope="row" class="who">
        <span class="to">{delivery.to}</span>
        <span class="quiet">{delivery.kind === 'mail' ? 'Mail' : 'Webhook'}</span>
      </th>
      {withLead && (
        <td data-head="Lead">
          <a href={write({ page: 'lead', site: site.id, lead: delivery.lead, receipt: null })}>Show</a>
        </td>
      )}
      <td data-head="State">
        <span class={`state state-${delivery.state}`}>{deliveryStates[delivery.state]}</span>
        {delivery.state === 'waiting' && delivery.nextAt && delivery.attempts.length > 0 && (
          <span class="quiet"> next try {moment(delivery.nextAt, site.timeZone)}</span>
        )}
        {failure && <span class="quiet failure">{failure}</span>}
      </td>
      <td data-head="Written">
        <time dateTime={delivery.createdAt}>{moment(delivery.createdAt, site.timeZone)}</time>
      </td>
      <td data-head="Attempts">
        <Attempts delivery={delivery} site={site} />
      </td>
      <td class="num">
        <Replay delivery={delivery} site={site} onChange={onChange} />
      </td>
    </tr>
  )
}

function Attempts({ delivery, site }: { delivery: DeliveryJson; site: SiteJson }) {
  const { attempts } = delivery
  if (attempts.length === 0) return <span class="quiet">none yet</span>
  return (
    <details>
      <summary>{counted(attempts.length, 'attempt')}</summary>
      <ol class="attempts">
        {attempts.map(({ at, ok, detail }, place) => (
          <li key={`${at} ${place}`}>
            <span class={ok ? 'state state-delivered' : 'state state-parked'}>{ok ? 'ok' : 'failed'}</span>{' '}
            {moment(at, site.timeZone)} <span class="quiet">{detail}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** When to look how it went, in ms: the outbox is worked off once a second, and a receiver takes its time. */
const lookAgain = [2000, 6000, 16_000]

function Replay({ delivery, site, onChange }: { delivery: DeliveryJson; site: SiteJson; onChange: () => void }) {
  const [busy, setBusy] = useState(false)
  const again = async () => {
    setBusy(true)
    try {
      await replay(site.id, delivery.id)
      say({ text: `Sending it to ${delivery.to} again.` })
      onChange()
      for (const wait of lookAgain) setTimeout(onChange, wait)
    } catch (error) {
      say({ text: refusalOf(error).message, bad: true })
    }
    setBusy(false)
  }
  return (
    <button type="button" disabled={busy} aria-label={`Send again to ${delivery.to}`} onClick={() => void again()}>
      Send again
    </button>
  )
}
