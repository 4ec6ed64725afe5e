/** The figures of a lead, each of which opens its receipt: value, stage, fit and interest. */
import type { LeadJson, Stage } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import type { ComponentChildren } from 'preact'
import { money } from '../format.ts'
import { type Figure, type LeadQuestion, write } from '../question.ts'
import { cellNames, figureNames, reasonNames, stageMeanings, stageNames } from '../words.ts'
import { ScoreMatrix, StageMark } from './marks.tsx'

type Known = ReadonlySet<Figure>

/** A figure that can be followed to what it is made of. */
export function FigureLink({
  figure,
  asked,
  known,
  children,
}: {
  figure: Figure
  asked: LeadQuestion
  known: Known
  children: ComponentChildren
}) {
  if (!known.has(figure)) return <span>{children}</span>
  return (
    <a class="figure" href={write({ ...asked, receipt: figure })} title={`Why? Receipt of: ${figureNames[figure]}`}>
      {children}
    </a>
  )
}

type Parts = { lead: LeadJson; site: SiteJson; asked: LeadQuestion; known: Known }

export function Figures({ lead, site, asked, known }: Parts) {
  const best = lead.touchpoints.find(({ value }) => value.amount === lead.value.amount)
  return (
    <section class="figures" aria-label="Figures">
      <div class="panel">
        <h2>{lead.revenue ? 'Revenue' : 'Value'}</h2>
        <p class="figure-big">
          <FigureLink figure="value" asked={asked} known={known}>
            {money(lead.value)}
          </FigureLink>
        </p>
        <p class="quiet">{valueReason(lead, best?.label)}</p>
      </div>
      <div class="panel">
        <h2>Stage</h2>
        <p class="figure-big">
          <FigureLink figure="stage" asked={asked} known={known}>
            {stageNames[lead.stage]}
          </FigureLink>
        </p>
        <StageTrack stage={lead.stage} />
        <p class="quiet">{lead.reason ? `${reasonOf(lead.reason)}.` : `${stageMeanings[lead.stage]}.`}</p>
      </div>
      <div class="panel panel-score">
        <ScoreMatrix score={lead.score} high={site.rules.scoring.high} size="l" />
        <div>
          <h2>Score</h2>
          <dl class="scores">
            <dt>Fit</dt>
            <dd>
              <FigureLink figure="fit" asked={asked} known={known}>
                {lead.score.fit}
              </FigureLink>
            </dd>
            <dt>Interest</dt>
            <dd>
              <FigureLink figure="interest" asked={asked} known={known}>
                {lead.score.interest}
              </FigureLink>
            </dd>
          </dl>
          <p class="quiet">{cellNames[lead.score.cell]}.</p>
        </div>
      </div>
    </section>
  )
}

const reasonOf = (reason: string): string =>
  Object.entries(reasonNames).find(([name]) => name === reason)?.[1] ?? reason

function valueReason(lead: LeadJson, best: string | undefined): string {
  if (lead.stage === 'irrelevant') return 'Irrelevant leads count nowhere.'
  if (lead.stage === 'lost') return 'A lost lead is worth nothing more.'
  if (lead.revenue) return 'What the customer actually paid.'
  return best ? `Expected, by its most valuable touchpoint: ${best.toLowerCase()}.` : 'Expected.'
}

const steps: readonly Stage[] = ['lead', 'mql', 'sql', 'opportunity', 'customer']

/** The way from lead to customer as five marks; a closed lead has left it. */
function StageTrack({ stage }: { stage: Stage }) {
  const reached = steps.indexOf(stage)
  if (reached < 0) return <StageMark stage={stage} />
  return (
    <ol class="track" aria-label={`Step ${reached + 1} of ${steps.length}`}>
      {steps.map((step, place) => (
        <li key={step} class={place <= reached ? 'is-reached' : undefined} title={stageNames[step]} />
      ))}
    </ol>
  )
}
