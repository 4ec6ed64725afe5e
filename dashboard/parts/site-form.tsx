/** What there is to say about a site, for a new one and for one that changes. */
import type { ConsentMode, SiteJson } from '@leadtrail/shared/settings'
import { useState } from 'preact/hooks'
import type { SiteForm as Form } from '../api.ts'
import { refusalOf } from '../ask.ts'
import { afterRates, money, percentOf } from '../format.ts'
import { consentMeanings, consentNames, listOf } from '../words.ts'
import { Field } from './field.tsx'
import { currencies, domainsIn, type Draft, draftOf, understood } from './site-draft.ts'

export function SiteForm({
  site,
  does,
  onSubmit,
}: {
  site?: SiteJson
  does: string
  onSubmit: (form: Form) => Promise<void>
}) {
  const [draft, setDraft] = useState(() => draftOf(site))
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map())
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const put = (name: keyof Draft) => (event: { currentTarget: { value: string } }) =>
    setDraft({ ...draft, [name]: event.currentTarget.value })
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const { values, wrong: mistakes } = understood(draft)
    const [customerValue, sqlToCustomer, mqlToSql] = values
    setWrong(mistakes)
    setRefusal(mistakes.size > 0 ? 'Please look at the marked fields.' : null)
    if (mistakes.size > 0 || customerValue === null || sqlToCustomer === null || mqlToSql === null) return
    setBusy(true)
    try {
      const { name, currency, timeZone, consent } = draft
      const domains = domainsIn(draft.domains)
      await onSubmit({
        name: name.trim(),
        domains,
        currency,
        timeZone,
        consent,
        customerValue,
        sqlToCustomer,
        mqlToSql,
      })
    } catch (error) {
      const { message, fields } = refusalOf(error)
      setRefusal(message)
      // `domains.0` is a mistake in the field of the domains.
      setWrong(new Map([...fields].map(([path, text]) => [path.split(/[.[]/)[0] ?? path, `This ${text}.`])))
    }
    setBusy(false)
  }
  const parts = { draft, put, wrong }
  return (
    <form class="form site-form" noValidate onSubmit={(event) => void submit(event)}>
      <Identity {...parts} />
      <Worth {...parts} />
      <Consent draft={draft} onChoose={(consent) => setDraft({ ...draft, consent })} />
      {refusal && (
        <p class="wrong" role="alert">
          {refusal}
        </p>
      )}
      <button type="submit" class="primary big" disabled={busy}>
        {does}
      </button>
    </form>
  )
}

type Parts = {
  draft: Draft
  put: (name: keyof Draft) => (event: { currentTarget: { value: string } }) => void
  wrong: ReadonlyMap<string, string>
}

function Identity({ draft, put, wrong }: Parts) {
  const choices = currencies.includes(draft.currency) ? currencies : [draft.currency, ...currencies]
  return (
    <fieldset class="panel">
      <legend>The site</legend>
      <Field label="Name" hint="As your colleagues call it." wrong={wrong.get('name')}>
        {(ties) => <input {...ties} maxLength={100} value={draft.name} onInput={put('name')} />}
      </Field>
      <Field
        label="Domains"
        hint="Where the tag will stand; several with a comma. Visits between them are one visit, not a referral."
        wrong={wrong.get('domains')}
      >
        {(ties) => (
          <input
            {...ties}
            inputMode="url"
            autocapitalize="off"
            placeholder="example.com, shop.example.com"
            value={draft.domains}
            onInput={put('domains')}
          />
        )}
      </Field>
      <div class="form-pair">
        <Field label="Currency" hint="Of all values of this site." wrong={wrong.get('currency')}>
          {(ties) => (
            <select {...ties} value={draft.currency} onChange={put('currency')}>
              {choices.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Time zone" hint="When a day begins in the reports." wrong={wrong.get('timeZone')}>
          {(ties) => (
            <select {...ties} value={draft.timeZone} onChange={put('timeZone')}>
              {timeZones(draft.timeZone).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  )
}

const timeZones = (own: string): string[] =>
  [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted()

function Worth({ draft, put, wrong }: Parts) {
  const { values } = understood(draft)
  const [amount, sql, mql] = values
  const { currency } = draft
  return (
    <fieldset class="panel">
      <legend>What a lead is worth</legend>
      <Field
        label={`Value of a customer, in ${currency}`}
        hint="What one new customer brings you on average, as revenue or profit. Stay with one of the two."
        wrong={wrong.get('customerValue')}
      >
        {(ties) => <input {...ties} inputMode="decimal" value={draft.customerValue} onInput={put('customerValue')} />}
      </Field>
      <div class="form-pair">
        <Field
          label="Sales-qualified that become customers, %"
          hint="Of 100 enquiries that sales takes up, how many buy in the end?"
          wrong={wrong.get('sqlToCustomer')}
        >
          {(ties) => <input {...ties} inputMode="decimal" value={draft.sqlToCustomer} onInput={put('sqlToCustomer')} />}
        </Field>
        <Field
          label="Marketing-qualified that sales takes up, %"
          hint="Of 100 people who show real interest, how many does sales talk to?"
          wrong={wrong.get('mqlToSql')}
        >
          {(ties) => <input {...ties} inputMode="decimal" value={draft.mqlToSql} onInput={put('mqlToSql')} />}
        </Field>
      </div>
      <output class="worth">
        {amount !== null && sql !== null && mql !== null ? (
          <>
            An average enquiry is worth <strong>{money({ amount: afterRates(amount, [mql, sql]), currency })}</strong>{' '}
            <span class="quiet">
              = {money({ amount, currency })} × {percentOf(mql)} % × {percentOf(sql)} %
            </span>
          </>
        ) : (
          <span class="quiet">Fill in all three to see what an average enquiry is worth.</span>
        )}
      </output>
      <p class="quiet">
        Guesses will do. What an enquiry is worth also depends on its kind: a phone call more than a download.
      </p>
    </fieldset>
  )
}

function Consent({ draft, onChoose }: { draft: Draft; onChoose: (mode: ConsentMode) => void }) {
  return (
    <fieldset class="panel radios">
      <legend>When visits are recorded</legend>
      {listOf(consentNames).map((mode) => (
        <label key={mode}>
          <input
            type="radio"
            name="consent"
            value={mode}
            checked={mode === draft.consent}
            onChange={() => onChoose(mode)}
          />
          <span>
            <strong>{consentNames[mode]}</strong>
            <span class="quiet">{consentMeanings[mode]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
