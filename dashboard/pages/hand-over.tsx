/** Where new leads go, and how each sending went. */
import type { DestinationJson, NewDestination } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { useState } from 'preact/hooks'
import { addDestination, deliveries, destinations, removeDestination } from '../api.ts'
import { refusalOf, useAsk } from '../ask.ts'
import { moment } from '../format.ts'
import { say } from '../notices.ts'
import { CopyButton } from '../parts/copy.tsx'
import { DeliveryList } from '../parts/deliveries.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Title } from '../parts/title.tsx'
import { Answer } from '../parts/wait.tsx'

export function HandOver({ site }: { site: SiteJson }) {
  const places = useAsk(`${site.id}/destinations`, () => destinations(site.id))
  const sent = useAsk(`${site.id}/deliveries`, () => deliveries(site.id))
  return (
    <>
      <Title text="Hand-over" above={site.name}>
        <p class="quiet">
          Every new lead goes to all of these at once, with its form answers, its journey, its value and the reasons for
          its score.
        </p>
      </Title>
      <section aria-labelledby="destinations">
        <h2 id="destinations">Where new leads go</h2>
        <Answer asked={places} lines={3}>
          {(all) => (
            <>
              {all.length === 0 && (
                <p class="quiet">Nowhere yet: add the first place below. Leads that came before are not sent.</p>
              )}
              <ul class="cards">
                {all.map((place) => (
                  <Destination key={place.id} place={place} site={site} onChange={places.again} />
                ))}
              </ul>
            </>
          )}
        </Answer>
        <div class="adders">
          <AddMail site={site} onChange={places.again} />
          <AddWebhook site={site} onChange={places.again} />
        </div>
      </section>
      <section aria-labelledby="deliveries">
        <h2 id="deliveries">
          What was sent{' '}
          <button type="button" class="small" onClick={sent.again}>
            Refresh
          </button>
        </h2>
        <Answer asked={sent} lines={4}>
          {(all) => (
            <DeliveryList deliveries={all} site={site} onChange={sent.again} withLead>
              <p class="quiet">
                Nothing yet. A lead is sent the moment it opens. Try it: send a form on your site, or on the{' '}
                <a href="/demo/contact.html">demo site</a> when this is the demo.
              </p>
            </DeliveryList>
          )}
        </Answer>
      </section>
    </>
  )
}

type OnePlace = { place: DestinationJson; site: SiteJson; onChange: () => void }

function Destination({ place, site, onChange }: OnePlace) {
  const [removing, setRemoving] = useState(false)
  const [shown, setShown] = useState(false)
  return (
    <li class="panel card">
      <div class="card-head">
        <p>
          <strong class="to">{place.to}</strong>
          <br />
          <span class="quiet">
            {place.kind === 'mail' ? 'Mail' : 'Webhook'} · since {moment(place.createdAt, site.timeZone)}
          </span>
        </p>
        <button type="button" aria-label={`Remove ${place.to}`} onClick={() => setRemoving(true)}>
          Remove
        </button>
      </div>
      {place.disabledAt && (
        <p class="flag">
          Switched off on {moment(place.disabledAt, site.timeZone)}, because the receiver said it is gone (410). Remove
          it, or add it anew.
        </p>
      )}
      {place.secret && (
        <p class="secret">
          <span class="quiet">Signing secret</span> <code>{shown ? place.secret : `${place.secret.slice(0, 6)}…`}</code>{' '}
          <button type="button" class="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
          </button>{' '}
          <CopyButton text={place.secret} small />
        </p>
      )}
      {removing && <RemoveDialog place={place} site={site} onChange={onChange} onClose={() => setRemoving(false)} />}
    </li>
  )
}

function RemoveDialog({ place, site, onChange, onClose }: OnePlace & { onClose: () => void }) {
  const remove = async () => {
    onClose()
    try {
      await removeDestination(site.id, place.id)
      say({ text: `${place.to} gets no more leads.` })
      onChange()
    } catch (error) {
      say({ text: refusalOf(error).message, bad: true })
    }
  }
  return (
    <Dialog title="Remove this destination?" onClose={onClose}>
      <p>
        New leads no longer go to <strong class="to">{place.to}</strong>. What was sent stays in the list.
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void remove()}>
          Remove
        </button>
        <button type="button" onClick={onClose}>
          Keep
        </button>
      </div>
    </Dialog>
  )
}

type Adder = { site: SiteJson; onChange: () => void }

function AddMail(parts: Adder) {
  return (
    <AddForm
      {...parts}
      title="Mail"
      label="Mail address"
      type="email"
      placeholder="sales@example.com"
      hint="Readable without signing in; the whole journey is in it."
      of={(to) => ({ kind: 'mail', to })}
    />
  )
}

function AddWebhook(parts: Adder) {
  return (
    <AddForm
      {...parts}
      title="Webhook"
      label="Web address"
      type="url"
      placeholder="https://crm.example.com/leads"
      hint="Signed by the Standard Webhooks rules; the secret appears here once it is added."
      of={(to) => ({ kind: 'webhook', to })}
    />
  )
}

type Form = Adder & {
  title: string
  label: string
  type: 'email' | 'url'
  placeholder: string
  hint: string
  of: (to: string) => NewDestination
}

function AddForm({ site, onChange, title, label, type, placeholder, hint, of }: Form) {
  const [to, setTo] = useState('')
  const [wrong, setWrong] = useState<string>()
  const add = async () => {
    try {
      await addDestination(site.id, of(to.trim()))
      setTo('')
      setWrong(undefined)
      say({ text: `New leads now also go to ${to.trim()}.` })
      onChange()
    } catch (error) {
      const refusal = refusalOf(error)
      const field = refusal.fields.get('to')
      setWrong(field ? `This ${field}.` : refusal.message)
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (to.trim()) void add()
    else setWrong('Please fill this in.')
  }
  return (
    <form class="panel form" noValidate onSubmit={submit}>
      <h3>Add: {title.toLowerCase()}</h3>
      <Field label={label} hint={hint} wrong={wrong}>
        {(ties) => (
          <input
            {...ties}
            inputMode={type}
            autocapitalize="off"
            placeholder={placeholder}
            value={to}
            onInput={(event) => setTo(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="primary">
        Add
      </button>
    </form>
  )
}
