/** First, converting and last source of a lead side by side: three questions, three answers, none overwritten. */
import type { LeadJson, TrafficSource } from '@leadtrail/shared/reports'
import type { Figure, LeadQuestion } from '../question.ts'
import { figureNames } from '../words.ts'
import { FigureLink } from './figures.tsx'
import { ChannelMark } from './marks.tsx'

const questions = ['first', 'converting', 'last'] as const
const meanings = {
  first: 'what made them find us',
  converting: 'the session in which the lead opened',
  last: 'the latest session',
}

export function Sources({ lead, asked, known }: { lead: LeadJson; asked: LeadQuestion; known: ReadonlySet<Figure> }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Where they came from</h2>
      <div class="sources">
        {questions.map((which) => {
          const source = lead[which]
          return (
            <article key={which} class="panel">
              <h3>
                {figureNames[which]} <span class="quiet">{meanings[which]}</span>
              </h3>
              {source ? (
                <>
                  <p class="source-channel">
                    <FigureLink figure={which} asked={asked} known={known}>
                      <ChannelMark name={source.channel} />
                    </FigureLink>
                  </p>
                  <SourceFacts source={source} />
                </>
              ) : (
                <p class="quiet">No session is known: this lead did not come through a tracked page.</p>
              )}
            </article>
          )
        })}
      </div>
    </section>
  )
}

/** What is known of a traffic source, and the rule that chose its channel. */
export function SourceFacts({ source }: { source: TrafficSource }) {
  const facts: readonly [string, string | null][] = [
    ['Rule', source.rule],
    ['Source', [source.source, source.medium].filter(Boolean).join(' / ') || null],
    ['Campaign', source.campaign],
    ['Term', source.term],
    ['Content', source.content],
    ['Click id', source.clickId],
    ['Landing', source.landing],
    ['Referrer', source.referrer],
  ]
  return (
    <dl class="source-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
