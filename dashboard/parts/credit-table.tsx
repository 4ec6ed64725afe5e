/** The rows of an attribution report: a table whose bars only repeat, for the eye, what its cells say. */
import type { Attribution } from '@leadtrail/shared/reports'
import { amountOf, credit, number, share } from '../format.ts'
import { channelFamilies, channelNames, dimensionNames, unitNames } from '../words.ts'
import { ChannelMark } from './marks.tsx'

type Row = Attribution['rows'][number]
type Parts = { report: Attribution; linkOf: (key: string) => string | null }

export function CreditTable({ report, linkOf }: Parts) {
  const { definition, total, rows } = report
  const whole = amountOf(total.credit)
  const most = Math.max(...rows.map((row) => amountOf(row.credit)), 1e-9)
  const currency = typeof total.credit === 'number' ? '' : `, ${total.credit.currency}`
  const earned = definition.unit === 'count' ? 'Credit' : unitNames[definition.unit]
  return (
    <table class="list credits">
      <caption class="unseen">{definition.text}</caption>
      <thead>
        <tr>
          <th scope="col">{dimensionNames[definition.by]}</th>
          <th scope="col" class="num">
            Leads
          </th>
          <th scope="col" class="num">
            {earned}
            {currency}
          </th>
          <th scope="col" class="num">
            Share
          </th>
          <td class="bar-head" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CreditRow
            key={row.key}
            row={row}
            whole={whole}
            most={most}
            by={definition.by}
            earned={earned}
            href={linkOf(row.key)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td class="num" data-head="Leads">
            {number(total.leads)}
          </td>
          <td class="num" data-head={earned}>
            {credit(total.credit)}
          </td>
          <td class="num" data-head="Share">
            {share(whole, whole)}
          </td>
          <td class="bar-cell" />
        </tr>
      </tfoot>
    </table>
  )
}

type RowParts = {
  row: Row
  whole: number
  most: number
  by: Attribution['definition']['by']
  earned: string
  href: string | null
}

function CreditRow({ row, whole, most, by, earned, href }: RowParts) {
  const amount = amountOf(row.credit)
  const channel = by === 'channel' ? channelNames.find((known) => known === row.key) : undefined
  const name = channel ? (
    <ChannelMark name={channel} />
  ) : row.key ? (
    <span>{row.key}</span>
  ) : (
    <span class="quiet">none given</span>
  )
  return (
    <tr>
      <th scope="row" class="key">
        {href ? <a href={href}>{name}</a> : name}
      </th>
      <td class="num" data-head="Leads">
        {number(row.leads)}
      </td>
      <td class="num" data-head={earned}>
        {credit(row.credit)}
      </td>
      <td class="num" data-head="Share">
        {share(amount, whole)}
      </td>
      <td class="bar-cell" aria-hidden="true">
        <svg class={`bar bar-${channel ? channelFamilies[channel] : 'plain'}`} width="100%" height="14">
          <rect width={`${amount > 0 ? Math.max(0.4, (100 * amount) / most) : 0}%`} height="14" rx="2" />
        </svg>
      </td>
    </tr>
  )
}
