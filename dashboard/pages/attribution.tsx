/** Which channels, campaigns and pages earned the leads: one model at a time, its definition beside the figures. */
import type { Attribution as Report } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { go } from '../address.ts'
import { attribution } from '../api.ts'
import { useAsk } from '../ask.ts'
import { amountOf, counted, credit, share } from '../format.ts'
import { CreditTable } from '../parts/credit-table.tsx'
import { Choice, Switch } from '../parts/choice.tsx'
import { ChannelLegend } from '../parts/marks.tsx'
import { PeriodChoice, todayIn } from '../parts/period.tsx'
import { Title } from '../parts/title.tsx'
import { Answer, Empty } from '../parts/wait.tsx'
import { type AttributionQuestion, leadsOf, write } from '../question.ts'
import { channelNames, dimensionNames, directTreatments, milestoneNames, modelNames, unitNames } from '../words.ts'

type Page = { asked: AttributionQuestion; site: SiteJson }

export function Attribution({ asked, site }: Page) {
  const found = useAsk(`${site.id} ${write(asked)}`, () => attribution(site.id, asked, todayIn(site.timeZone)))
  return (
    <>
      <Title text="Attribution" above={site.name} />
      <Settings asked={asked} site={site} />
      <Answer asked={found} lines={10}>
        {(report) => <Outcome report={report} asked={asked} site={site} />}
      </Answer>
    </>
  )
}

function Settings({ asked, site }: Page) {
  const change = (part: Partial<AttributionQuestion>) => go({ ...asked, ...part })
  return (
    <form class="report-settings" aria-label="What the report shows" onSubmit={(event) => event.preventDefault()}>
      <div class="switches">
        <Switch label="Model" names={modelNames} chosen={asked.model} onChoose={(model) => change({ model })} />
        <Switch label="Counted in" names={unitNames} chosen={asked.unit} onChoose={(unit) => change({ unit })} />
      </div>
      <div class="filters">
        <PeriodChoice period={asked.period} timeZone={site.timeZone} onChange={(period) => change({ period })} />
        <Choice label="By" names={dimensionNames} chosen={asked.by} onChoose={(by) => change({ by })} />
        <Choice
          label="When they"
          names={milestoneNames}
          chosen={asked.milestone}
          onChoose={(milestone) => change({ milestone })}
        />
        <Choice
          label="Leads"
          names={{ qualified: 'Qualified only', all: 'All but irrelevant' }}
          chosen={asked.qualified ? 'qualified' : 'all'}
          onChoose={(which) => change({ qualified: which === 'qualified' })}
        />
        <Choice
          label="Direct"
          names={directTreatments}
          chosen={asked.direct}
          onChoose={(direct) => change({ direct })}
        />
        <Choice
          label="Look back"
          names={lookbacks(asked.lookback)}
          chosen={String(asked.lookback)}
          onChoose={(days) => change({ lookback: Number(days) })}
        />
      </div>
    </form>
  )
}

const lookbacks = (chosen: number): Record<string, string> =>
  Object.fromEntries([...new Set([30, 90, 180, 365, chosen])].map((days) => [String(days), `${days} days`]))

function Outcome({ report, asked, site }: Page & { report: Report }) {
  const { definition, total, rows } = report
  return (
    <>
      <p class="definition">{definition.text}</p>
      {rows.length === 0 ? (
        <Empty title="No lead earned credit in this period">
          <p>
            {report.excluded.notQualified > 0
              ? `${counted(report.excluded.notQualified, 'lead')} of the period ${report.excluded.notQualified === 1 ? 'is' : 'are'} not qualified. `
              : ''}
            <a href={write({ ...asked, period: 'all', qualified: false })}>Look at all leads of all time</a>
          </p>
        </Empty>
      ) : (
        <>
          <p class="report-total">
            <strong>{credit(total.credit)}</strong>
            {typeof total.credit === 'number'
              ? ' leads'
              : ` ${total.credit.currency} ${unitNames[definition.unit].toLowerCase()}`}{' '}
            from {counted(total.leads, 'lead')}
            {rows[0] && amountOf(total.credit) > 0 && (
              <>
                ; the largest part from <em>{rows[0].key || 'none given'}</em> (
                {share(amountOf(rows[0].credit), amountOf(total.credit))})
              </>
            )}
          </p>
          <CreditTable report={report} linkOf={linksOf(asked, site)} />
          {definition.by === 'channel' && <ChannelLegend />}
        </>
      )}
      <Excluded report={report} asked={asked} />
    </>
  )
}

/** A row leads to its leads where the list can show exactly these: by first channel. */
function linksOf(asked: AttributionQuestion, site: SiteJson): (key: string) => string | null {
  if (asked.by !== 'channel' || asked.model !== 'first' || asked.milestone !== 'lead' || asked.direct === 'drop')
    return () => null
  const { period, qualified } = asked
  return (key) => {
    const channel = channelNames.find((known) => known === key)
    return channel ? write({ ...leadsOf(site.id), period, qualified, channel }) : null
  }
}

/** What the report leaves out and why, so that its totals can be reconciled with the list. */
function Excluded({ report: { excluded }, asked }: { report: Report; asked: AttributionQuestion }) {
  const lines: readonly [number, string][] = [
    [excluded.notQualified, `${counted(excluded.notQualified, 'lead')} not qualified (never reached MQL).`],
    [excluded.irrelevant, `${counted(excluded.irrelevant, 'lead')} marked irrelevant: they count nowhere.`],
    [
      excluded.noJourney,
      `${counted(excluded.noJourney, 'lead')} without a journey: reported by a server or by phone, with no session to credit.`,
    ],
    [
      excluded.sessionsOutsideLookback,
      `${counted(excluded.sessionsOutsideLookback, 'session')} more than ${asked.lookback} days before the milestone.`,
    ],
  ]
  const said = lines.filter(([count]) => count > 0)
  if (said.length === 0) return <p class="excluded quiet">Nothing of the period is left out.</p>
  return (
    <section class="excluded" aria-labelledby="excluded">
      <h2 id="excluded">Left out</h2>
      <ul>
        {said.map(([, text]) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
