/** The list of leads: who came, how far they got, what they are worth and what brought them. */
import type { LeadJson, LeadPage } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { useEffect, useRef, useState } from 'preact/hooks'
import { become, go } from '../address.ts'
import { leads as fetchLeads } from '../api.ts'
import { refusalOf, useAsk } from '../ask.ts'
import { counted, day, moment, money } from '../format.ts'
import { say } from '../notices.ts'
import { Choice } from '../parts/choice.tsx'
import { ChannelMark, NoChannel, ScoreMatrix, StageMark } from '../parts/marks.tsx'
import { NoLeads } from '../parts/no-leads.tsx'
import { PeriodChoice, todayIn } from '../parts/period.tsx'
import { Title } from '../parts/title.tsx'
import { Answer } from '../parts/wait.tsx'
import { type LeadsQuestion, write } from '../question.ts'
import { nameOf, openingOf } from '../who.ts'
import { channelNames, stageNames } from '../words.ts'

type Page = { asked: LeadsQuestion; site: SiteJson }

export function Leads({ asked, site }: Page) {
  const today = todayIn(site.timeZone)
  const key = `${site.id} ${write(asked)}`
  const found = useAsk(key, () => fetchLeads(site.id, asked, today, null))
  return (
    <>
      <Title text="Leads" above={site.name} />
      <Filters asked={asked} site={site} />
      <Answer asked={found} lines={8}>
        {(first) =>
          first.total === 0 ? (
            <NoLeads asked={asked} site={site} />
          ) : (
            <Found key={key + first.next} asked={asked} site={site} first={first} />
          )
        }
      </Answer>
    </>
  )
}

function Filters({ asked, site }: Page) {
  const change = (part: Partial<LeadsQuestion>) => go({ ...asked, ...part })
  return (
    <form class="filters" role="search" aria-label="Which leads" onSubmit={(event) => event.preventDefault()}>
      <TextFilter asked={asked} />
      <PeriodChoice period={asked.period} timeZone={site.timeZone} onChange={(period) => change({ period })} />
      <Choice
        label="Stage"
        names={{ any: 'Any stage', ...stageNames }}
        chosen={asked.stage ?? 'any'}
        onChoose={(stage) => change({ stage: stage === 'any' ? null : stage })}
      />
      <Choice<string>
        label="First channel"
        names={anyChannel}
        chosen={asked.channel ?? 'any'}
        onChoose={(name) => change({ channel: channelNames.find((known) => known === name) ?? null })}
      />
      <Choice
        label="Show"
        names={{ all: 'All leads', qualified: 'Qualified only' }}
        chosen={asked.qualified ? 'qualified' : 'all'}
        onChoose={(which) => change({ qualified: which === 'qualified' })}
      />
    </form>
  )
}

const anyChannel: Record<string, string> = {
  any: 'Any channel',
  ...Object.fromEntries(channelNames.map((name) => [name, name])),
}

/** Searches while typing, a moment after the last letter. What is typed stays here until then: an answer must not undo it. */
function TextFilter({ asked }: { asked: LeadsQuestion }) {
  const [text, setText] = useState(asked.text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(asked.text)
  const latest = useRef(asked)
  latest.current = asked
  useEffect(() => {
    if (asked.text === sent.current) return
    // Back, Forward or a link has brought another search.
    clearTimeout(timer.current)
    sent.current = asked.text
    setText(asked.text)
  }, [asked.text])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = typed
      become({ ...latest.current, text: typed })
    }, 250)
  }
  return (
    <label class="field field-wide">
      <span>Search</span>
      <input
        type="search"
        placeholder="Name, company, e-mail, phone"
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </label>
  )
}

/** What was found, growing by a page at a time. */
function Found({ asked, site, first }: Page & { first: Awaited<ReturnType<typeof fetchLeads>> }) {
  const [more, setMore] = useState<{ leads: readonly LeadJson[]; next: string | null }>({ leads: [], next: first.next })
  const [busy, setBusy] = useState(false)
  const all = [...first.leads, ...more.leads]
  const load = async () => {
    setBusy(true)
    try {
      const page = await fetchLeads(site.id, asked, todayIn(site.timeZone), more.next)
      setMore((before) => ({ leads: [...before.leads, ...page.leads], next: page.next }))
    } catch (error) {
      say({ text: refusalOf(error).message, bad: true })
    }
    setBusy(false)
  }
  return (
    <>
      <Table leads={all} site={site} />
      <p class="totals">
        <Totals page={first} />
        {more.next !== null && (
          <button type="button" disabled={busy} onClick={() => void load()}>
            {busy ? 'Loading …' : 'Show more'}
          </button>
        )}
      </p>
    </>
  )
}

function Totals({ page: { total, value } }: { page: LeadPage }) {
  return (
    <span>
      <strong>{counted(total, 'lead')}</strong>, worth {money(value)}
      {total > 1 ? ' together' : ''}
    </span>
  )
}

function Table({ leads, site }: { leads: readonly LeadJson[]; site: SiteJson }) {
  return (
    <table class="list leads-list">
      <caption class="unseen">Leads, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Stage</th>
          <th scope="col" class="num">
            Value
          </th>
          <th scope="col">Fit / interest</th>
          <th scope="col">First channel</th>
          <th scope="col">Opened</th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <Row key={lead.id} lead={lead} site={site} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ lead, site }: { lead: LeadJson; site: SiteJson }) {
  const { contact, score } = lead
  // The name of somebody unknown already says how they came.
  const opening = contact ? openingOf(lead) : undefined
  return (
    <tr class={lead.closedAt ? 'is-closed' : undefined}>
      <th scope="row" class="who">
        <a href={write({ page: 'lead', site: site.id, lead: lead.id, receipt: null })}>{nameOf(lead)}</a>
        <span class="quiet">{[contact?.company, opening?.label].filter(Boolean).join(' · ')}</span>
      </th>
      <td data-head="Stage" class="at-stage">
        <StageMark stage={lead.stage} />
      </td>
      <td data-head="Value" class="num">
        {money(lead.value)}
      </td>
      <td data-head="Fit / interest" class="score">
        <ScoreMatrix score={score} high={site.rules.scoring.high} size="s" />
        <span>
          {score.fit} / {score.interest}
        </span>
      </td>
      <td data-head="First channel" class="at-channel">
        {lead.first ? <ChannelMark name={lead.first.channel} /> : <NoChannel />}
      </td>
      <td data-head="Opened" class="at-opened">
        <time dateTime={lead.openedAt} title={moment(lead.openedAt, site.timeZone)}>
          {day(lead.openedAt, site.timeZone)}
        </time>
      </td>
    </tr>
  )
}
