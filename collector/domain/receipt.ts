/** Receipts: of which rules, versions and events each figure of a lead is made. */
import { type Minor, decimalsOf } from '@leadtrail/shared/money'
import type { Receipt } from '@leadtrail/shared/reports'
import type { Site } from './event.ts'
import type { Journey } from './journey.ts'
import type { Lead } from './lead.ts'
import { mostValuable } from './lead-value.ts'
import type { Session } from './session.ts'
import { type Touchpoint, ruleOf } from './touchpoint.ts'
import { ratesLeft } from './value.ts'

/** The receipts of every figure of a lead. */
export function receiptsOf(lead: Lead, journey: Journey, site: Site): Receipt[] {
  return [
    valueReceipt(lead, site),
    ...lead.score.receipts,
    stageReceipt(lead, site),
    sourceReceipt('first', lead.first, journey, 'the source of the first session of the journey'),
    sourceReceipt('converting', lead.converting, journey, 'the source of the session whose touchpoint opened the lead'),
    sourceReceipt(
      'last',
      lead.last,
      journey,
      'the source of the latest session that started before the lead was closed',
    ),
    ...identityReceipt(journey),
  ]
}

const versionOf = (site: Site): string => `rules ${site.rulesVersion}`

function valueReceipt(lead: Lead, site: Site): Receipt {
  const verdict = lead.verdicts.at(-1)
  const decided = verdict && lead.closedAt !== undefined ? [verdict] : []
  const best = mostValuable(lead.touchpoints)
  const formula =
    lead.stage === 'customer' && lead.revenue !== undefined ? 'the actual revenue of the customer'
    : lead.stage === 'lost' || lead.stage === 'irrelevant' ? `a lead that is ${lead.stage} is worth 0`
    : 'the most valuable touchpoint, never a sum: customer value × the rates left to pass' // prettier-ignore
  return {
    figure: 'value',
    formula,
    version: versionOf(site),
    result: lead.value,
    lines: [
      ...lead.touchpoints.map((touchpoint) => ({
        rule: touchpoint.type,
        text: `${touchpoint.label}: ${valueText(touchpoint, site)}${touchpoint === best ? ' (the most valuable)' : ''}`,
        amount: touchpoint.value as number,
        events: [touchpoint.event],
      })),
      ...decided.map(({ decision, by, reason, revenue, event }) => ({
        rule: decision,
        text: `${decision} by ${by}${reason ? `: ${reason}` : ''}`,
        amount: decision === 'won' ? (revenue ?? null) : 0,
        events: [event.id],
      })),
    ],
  }
}

/** "150,000.00 × 0.3 × 0.35 = 15,750.00 DKK". */
function valueText(touchpoint: Touchpoint, site: Site): string {
  const rule = ruleOf(touchpoint.type, site)
  const amount = (minor: Minor) => amountText(minor, site.currency)
  const factors = rule ? ratesLeft(rule, site.rules.values).map(String) : []
  return `${[amount(site.rules.values.customerValue), ...factors].join(' × ')} = ${amount(touchpoint.value)} ${site.currency}`
}

function amountText(amount: Minor, currency: string): string {
  const digits = decimalsOf(currency)
  return (amount / 10 ** digits).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

function stageReceipt(lead: Lead, site: Site): Receipt {
  return {
    figure: 'stage',
    formula: 'the last decision that stands; without one the furthest stage among the touchpoints',
    version: versionOf(site),
    result: lead.stage,
    lines: [
      ...lead.touchpoints.map(({ type, label, stage, event }) => ({
        rule: type,
        text: `${label} is ${stage.toUpperCase()}`,
        amount: null,
        events: [event],
      })),
      ...lead.verdicts.map(({ decision, by, reason, event }) => ({
        rule: decision,
        text: `${decision} by ${by}${reason ? `: ${reason}` : ''}`,
        amount: null,
        events: [event.id],
      })),
    ],
  }
}

function sourceReceipt(
  figure: 'first' | 'converting' | 'last',
  id: string | undefined,
  journey: Journey,
  formula: string,
): Receipt {
  const session = journey.sessions.find((candidate) => candidate.id === id)
  return {
    figure,
    formula,
    version: 'channels 1',
    result: session?.source.channel ?? 'no session',
    lines: session ? [sourceLine(session)] : [],
  }
}

function sourceLine(session: Session): Receipt['lines'][number] {
  const { source } = session
  const facts = {
    source: source.source,
    medium: source.medium,
    campaign: source.campaign,
    'click id': source.clickId,
    referrer: source.referrer,
  }
  const known = Object.entries(facts).flatMap(([name, value]) => (value ? [`${name} ${value}`] : []))
  const [landing] = session.events
  return {
    rule: source.rule,
    text: [source.rule, ...known].join('; '),
    amount: null,
    events: landing ? [landing.id] : [],
  }
}

function identityReceipt({ contact }: Journey): Receipt[] {
  if (!contact) return []
  const browsers = `${contact.visitors.length} ${contact.visitors.length === 1 ? 'timeline' : 'timelines'}`
  const shared = contact.sharedDevice
    ? [
        {
          rule: 'shared-device',
          text: 'somebody else identified themselves in one of the same browsers',
          amount: null,
          events: [],
        },
      ]
    : []
  return [
    {
      figure: 'identity',
      formula:
        contact.keys.length > 0
          ? 'the events that name the same e-mail or external id, and the earlier history of their browsers'
          : 'the events of one timeline that name a phone number or a mailbox; they link no other browser',
      version: 'identity 1',
      result: browsers,
      lines: [
        {
          rule: 'strong-key',
          text: `named by ${contact.evidence.length} event(s)`,
          amount: null,
          events: [...contact.evidence],
        },
        ...shared,
      ],
    },
  ]
}
