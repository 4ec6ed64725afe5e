/** Chooses a period: a named one, or two days. */
import { dayOf } from '@leadtrail/shared/time'
import { useState } from 'preact/hooks'
import { daysOf, isDay, type Period, presets } from '../period.ts'
import { presetNames } from '../words.ts'

/** The calendar day it is on the site's clock. */
export const todayIn = (timeZone: string): string => dayOf(Date.now(), timeZone)

export function PeriodChoice({
  period,
  timeZone,
  onChange,
}: {
  period: Period
  timeZone: string
  onChange: (period: Period) => void
}) {
  const days = daysOf(period, todayIn(timeZone))
  const [asDays, setAsDays] = useState(typeof period !== 'string')
  const custom = asDays || typeof period !== 'string'
  const choose = (choice: string) => {
    const preset = presets.find((known) => known === choice)
    setAsDays(!preset)
    onChange(preset ?? days)
  }
  const change = (part: 'from' | 'to', text: string) => {
    if (isDay(text)) onChange({ ...days, [part]: text })
  }
  return (
    <>
      <label class="field">
        <span>Period</span>
        <select value={custom ? 'custom' : period} onChange={(event) => choose(event.currentTarget.value)}>
          {presets.map((preset) => (
            <option key={preset} value={preset}>
              {presetNames[preset]}
            </option>
          ))}
          <option value="custom">From … to …</option>
        </select>
      </label>
      {custom && (
        <>
          <label class="field">
            <span>From</span>
            <input type="date" value={days.from} onChange={(event) => change('from', event.currentTarget.value)} />
          </label>
          <label class="field">
            <span>To</span>
            <input type="date" value={days.to} onChange={(event) => change('to', event.currentTarget.value)} />
          </label>
        </>
      )}
    </>
  )
}
