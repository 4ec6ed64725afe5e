/** One lead: who it is, what it is worth and why, where it came from, what happened, and what people decide about it. */
import { mailLinkOf } from '@leadtrail/shared/mail-link'
import type { DeliveryJson, Journey, LeadJson, Receipt } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { go, question } from '../address.ts'
import { deliveries, journey, lead as fetchLead, receipts } from '../api.ts'
import { useAsk } from '../ask.ts'
import { counted, moment } from '../format.ts'
import { Decisions } from '../parts/decide.tsx'
import { DeliveryList } from '../parts/deliveries.tsx'
import { Figures } from '../parts/figures.tsx'
import { JourneyTrail } from '../parts/journey.tsx'
import { placesIn } from '../parts/journey-places.ts'
import { ReceiptSlip } from '../parts/receipt.tsx'
import { Sources } from '../parts/sources.tsx'
import { Title } from '../parts/title.tsx'
import { Answer, Empty } from '../parts/wait.tsx'
import { leadsOf, type LeadQuestion, write } from '../question.ts'
import { nameOf } from '../who.ts'

type Page = { asked: LeadQuestion; site: SiteJson }

export function Lead({ asked, site }: Page) {
  const { lead: id } = asked
  const found = useAsk(`${site.id}/${id}`, () =>
    Promise.all([fetchLead(site.id, id), journey(site.id, id), receipts(site.id, id), deliveries(site.id, id)]).then(
      ([lead, trail, slips, sent]) => ({ lead, trail, slips, sent }),
    ),
  )
  const missing = found.refusal?.status === 404
  const lead = found.answer?.lead
  // One heading through all states: it keeps the focus that the change of page has given it.
  return (
    <div class={found.answer && found.busy ? 'is-busy lead' : 'lead'} aria-busy={found.busy}>
      <Title
        text={lead ? nameOf(lead) : missing ? 'No such lead' : 'Lead'}
        above={<a href={write(leadsOf(site.id))}>Leads</a>}
      >
        {lead && <Contact lead={lead} site={site} />}
      </Title>
      {missing ? (
        <Empty title="This lead is not here">
          <p>It may belong to another site, or its contact has been erased.</p>
        </Empty>
      ) : found.answer ? (
        <Known all={found.answer} asked={asked} site={site} onChange={found.again} />
      ) : (
        <Answer asked={found} lines={8}>
          {() => null}
        </Answer>
      )}
    </div>
  )
}

type All = {
  readonly lead: LeadJson
  readonly trail: Journey
  readonly slips: readonly Receipt[]
  readonly sent: readonly DeliveryJson[]
}

/** A browser tells of a closed dialog a little later: by then another receipt may be asked for, and that one stays. */
const isAsked = ({ figure }: Receipt): boolean => question.value.page === 'lead' && question.value.receipt === figure

function Known({ all, asked, site, onChange }: Page & { all: All; onChange: () => void }) {
  const { lead, trail, slips, sent } = all
  const slip = slips.find(({ figure }) => figure === asked.receipt)
  const known = new Set(slips.map(({ figure }) => figure))
  return (
    <>
      <Decisions lead={lead} site={site} onDecided={onChange} />
      <Figures lead={lead} site={site} asked={asked} known={known} />
      <Sources lead={lead} asked={asked} known={known} />
      <JourneyTrail lead={lead} trail={trail} site={site} />
      <section aria-labelledby="handed-over">
        <h2 id="handed-over">Handed over</h2>
        <DeliveryList deliveries={sent} site={site} onChange={onChange}>
          <p class="quiet">
            Nothing has been sent for this lead.{' '}
            <a href={write({ page: 'hand-over', site: site.id })}>Choose where new leads go</a>
          </p>
        </DeliveryList>
      </section>
      {slip && (
        <ReceiptSlip
          key={slip.figure}
          receipt={slip}
          currency={site.currency}
          places={placesIn(trail, site.timeZone)}
          onClose={() => isAsked(slip) && go({ ...asked, receipt: null })}
          addressOf={(event) => `${write({ ...asked, receipt: null })}#${event}`}
        />
      )}
    </>
  )
}

function Contact({ lead, site }: { lead: LeadJson; site: SiteJson }) {
  const { contact } = lead
  return (
    <>
      <ul class="facts">
        {contact?.company && <li>{contact.company}</li>}
        {contact?.email && (
          <li>
            <a href={mailLinkOf(contact.email)}>{contact.email}</a>
          </li>
        )}
        {contact?.phone && (
          <li>
            <a href={`tel:${contact.phone}`}>{contact.phone}</a>
          </li>
        )}
        {Object.entries(contact?.traits ?? {}).map(([name, value]) => (
          <li key={name}>
            <span class="quiet">{name}</span> {String(value ?? '–')}
          </li>
        ))}
      </ul>
      <p class="quiet">
        Opened {moment(lead.openedAt, site.timeZone)}
        {lead.closedAt && ` · closed ${moment(lead.closedAt, site.timeZone)}`} · last active{' '}
        {moment(lead.activeAt, site.timeZone)} · {counted(lead.sessions, 'session')}
        {lead.owner && ` · owner ${lead.owner}`}
      </p>
      {contact?.sharedDevice && (
        <p class="flag">Another identified person used the same browser; their visits are kept apart from these.</p>
      )}
      {!contact && <p class="flag">Nobody has said who this is yet. A form from the same browser will tell.</p>}
    </>
  )
}
