/** Small marks that mean the same wherever they stand: a stage, a channel, a score, an icon. */
import type { LeadJson, Stage } from '@leadtrail/shared/reports'
import type { Scoring } from '@leadtrail/shared/settings'
import { cellNames, channelFamilies, channelNames, familyNames, listOf, stageMeanings, stageNames } from '../words.ts'

export function StageMark({ stage }: { stage: Stage }) {
  return (
    <span class={`stage stage-${stage}`} title={stageMeanings[stage]}>
      {stageNames[stage]}
    </span>
  )
}

/** A channel with the colour of its family; a hollow mark for Direct, none for what is no channel. */
export function ChannelMark({ name }: { name: string }) {
  const channel = channelNames.find((known) => known === name)
  return channel ? <span class={`channel channel-${channelFamilies[channel]}`}>{name}</span> : <span>{name}</span>
}

/** What the colours and shapes of the channel marks mean. */
export function ChannelLegend() {
  return (
    <ul class="legend" aria-label="What the marks mean">
      {listOf(familyNames).map((family) => (
        <li key={family} class={`channel channel-${family}`}>
          {familyNames[family]}
        </li>
      ))}
    </ul>
  )
}

/** The word in the middle of a channel cell where there is no journey. */
export const NoChannel = () => <span class="quiet">no journey</span>

/** The fit × interest matrix with its thresholds, and the lead as a point in it. */
export function ScoreMatrix({
  score,
  high,
  size,
}: {
  score: LeadJson['score']
  high: Scoring['high']
  size: 's' | 'l'
}) {
  const x = score.interest
  const y = 100 - score.fit
  const label = `Fit ${score.fit}, interest ${score.interest}. ${cellNames[score.cell]}`
  return (
    <svg class={`matrix matrix-${size}`} viewBox="-2 -2 104 104" role="img" aria-label={label}>
      <title>{label}</title>
      <rect class="matrix-best" x={high.interest} y="0" width={100 - high.interest} height={100 - high.fit} />
      <rect class="matrix-frame" x="0" y="0" width="100" height="100" rx="4" />
      <path class="matrix-line" d={`M${high.interest} 0V100M0 ${100 - high.fit}H100`} />
      <circle class={`matrix-point cell-${score.cell}`} cx={x} cy={y} r={size === 's' ? 13 : 6} />
    </svg>
  )
}

const icons = {
  leads: 'M3 4.5h10M3 8h10M3 11.5h6',
  attribution: 'M2.5 13.5v-4M6.2 13.5v-8M9.9 13.5v-6M13.5 13.5v-11',
  'hand-over': 'M2 8.5 14 2.5 9.5 14 7.5 9zM7.5 9 14 2.5',
  'set-up': 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  page: 'M4 2h5l3 3v9H4zM9 2v3h3',
  click: 'M4 3l8.5 4-3.6 1.4L7.4 12z',
  form: 'M3 3h10v10H3zM5.5 6.5h5M5.5 9.5h3',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.6c.6-2.4 2.4-3.8 5-3.8s4.4 1.4 5 3.8',
  call: 'M4.2 2.5 6 2l1.3 3-1.4 1.2a8 8 0 0 0 3.9 3.9L11 8.7l3 1.3-.5 1.8c-.3 1-1.2 1.6-2.2 1.4C6.9 12.4 3.6 9.1 2.8 4.7c-.2-1 .4-1.9 1.4-2.2z',
  mail: 'M2 4h12v8.5H2zM2 4l6 5 6-5',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3',
  mark: 'M8 3v5l3 2M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z',
} as const
export type IconName = keyof typeof icons

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}
