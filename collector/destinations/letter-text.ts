/** The letter as plain text, for readers and programs that want no HTML. */
import type { Letter } from './letter.ts'

/**
 * Strangers' words are indented on every line, so that none of them can pass for a heading of the letter.
 */
export function letterText(letter: Letter): string {
  const { value, channels, visits, scores } = letter
  return [
    [`NEW LEAD · ${letter.site}`, '', ...whoLines(letter)],
    letter.answers.length > 0 && section('What they wrote', letter.answers.map(answer)),
    section('Value', [value.amount, value.why, ...value.touchpoints.map((touchpoint) => `- ${touchpoint}`)]),
    channels.length > 0 && section('Channels', channels.map(channel)),
    visits.length > 0 && section('Journey', visits.map(visit)),
    section('Score', [...scores.flatMap(score), letter.advice]),
    ['The lead in the dashboard:', letter.link],
    [`Times are in ${letter.timeZone}. Sent by Leadtrail for ${letter.site}.`],
  ]
    .filter((part) => part !== false)
    .map((part) => part.join('\n'))
    .join('\n\n')
    .concat('\n')
}

const indented = (text: string, by = '  '): string => text.replace(/^/gm, by)

const section = (heading: string, lines: readonly string[]): string[] => [
  heading.toUpperCase(),
  ...lines.map((line) => indented(line)),
]

const whoLines = ({ name, company, email, phone }: Letter): string[] =>
  [...new Set([name, company, email, phone])].filter((line) => line !== undefined).map((line) => indented(line))

const answer = ({ label, value }: Letter['answers'][number]): string => `${label}:\n${indented(value)}`

const channel = ({ place, channel, detail }: Letter['channels'][number]): string =>
  `${`${place}:`.padEnd(12)}${channel}${detail && ` (${detail})`}`

const visit = ({ when, channel, pages, touchpoints }: Letter['visits'][number]): string =>
  [when, channel, pages, touchpoints.length > 0 && `→ ${touchpoints.join(', ')}`].filter(Boolean).join('  ')

const score = ({ name, points, reasons }: Letter['scores'][number]): string[] => [
  `${name} ${points} of 100`,
  ...reasons.map((reason) => indented(reason)),
]
