/** What people decide about a lead. Every decision is an event and can be taken back; the figures follow at once. */
import type { DecisionKind } from '@leadtrail/shared/event'
import type { LeadJson, NewDecision, Stage } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { useState } from 'preact/hooks'
import { decide } from '../api.ts'
import { refusalOf } from '../ask.ts'
import { money } from '../format.ts'
import { say } from '../notices.ts'
import { IrrelevantDialog, LostDialog, WonDialog } from './decide-dialogs.tsx'

/** What can be decided of a lead in this stage, in the order of its way. */
export function decisionsFor(stage: Stage): DecisionKind[] {
  switch (stage) {
    case 'lead':
    case 'mql':
    // A touchpoint made it SQL; that sales takes it is an answer of its own.
    case 'sql':
      return ['qualify', 'opportunity', 'won', 'lost', 'irrelevant']
    case 'opportunity':
      return ['won', 'lost', 'irrelevant']
    case 'customer':
    case 'lost':
    case 'irrelevant':
      return ['reopen']
  }
}

const labels: Readonly<Record<DecisionKind, string>> = {
  qualify: 'Qualified',
  opportunity: 'Opportunity',
  won: 'Won …',
  lost: 'Lost …',
  irrelevant: 'Irrelevant …',
  reopen: 'Reopen',
}

type Details = Omit<NewDecision, 'lead' | 'decision'>
type Asking = 'won' | 'lost' | 'irrelevant'
const asksFirst = (decision: DecisionKind): decision is Asking =>
  decision === 'won' || decision === 'lost' || decision === 'irrelevant'

export function Decisions({ lead, site, onDecided }: { lead: LeadJson; site: SiteJson; onDecided: () => void }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (decision: DecisionKind, details: Details = {}) => {
    setBusy(true)
    setAsking(null)
    try {
      const after = await decide(site.id, { lead: lead.id, decision, ...details })
      const undo = decision === 'reopen' ? {} : { undo: () => void take('reopen') }
      say({ text: doneText(decision, after), ...undo })
      onDecided()
    } catch (error) {
      say({ text: refusalOf(error).message, bad: true })
    }
    setBusy(false)
  }
  const dialogFor = (asked: Asking) => ({
    currency: site.currency,
    // A browser tells of a closed dialog a little later: by then another may be open, and that one stays.
    onClose: () => setAsking((now) => (now === asked ? null : now)),
    onDecide: (details: Details) => void take(asked, details),
  })
  return (
    <div class="decisions" role="group" aria-label="Decide about this lead">
      {decisionsFor(lead.stage).map((decision, place) => (
        <button
          key={decision}
          type="button"
          class={place === 0 ? 'primary' : undefined}
          disabled={busy}
          onClick={() => (asksFirst(decision) ? setAsking(decision) : void take(decision))}
        >
          {labels[decision]}
        </button>
      ))}
      {asking === 'won' && <WonDialog {...dialogFor('won')} />}
      {asking === 'lost' && <LostDialog {...dialogFor('lost')} />}
      {asking === 'irrelevant' && <IrrelevantDialog {...dialogFor('irrelevant')} />}
    </div>
  )
}

function doneText(decision: DecisionKind, after: LeadJson): string {
  switch (decision) {
    case 'qualify':
      return 'Marked as qualified.'
    case 'opportunity':
      return 'Marked as an opportunity.'
    case 'won':
      return `Won: its value is now the revenue, ${money(after.value)}.`
    case 'lost':
      return 'Marked as lost; its value is now 0.'
    case 'irrelevant':
      return 'Marked as irrelevant; it no longer counts in any figure.'
    case 'reopen':
      return `Reopened, worth ${money(after.value)}.`
  }
}
