import { destinationId } from '@leadtrail/shared/ids'
import { describe, expect, it } from 'vitest'
import { MONDAY, aDecision, aForm, aPage, aPhoneClick, aSite, days } from '../../test/builders/log.ts'
import { instant } from '@leadtrail/shared/time'
import type { LogEvent } from './event.ts'
import { type Target, handoversOf } from './handover.ts'
import { project } from './project.ts'

const site = aSite()
const target: Target = {
  id: destinationId('sales'),
  kind: 'mail',
  to: 'sales@example.com',
  createdAt: instant(MONDAY - 1),
  disabledAt: undefined,
}

/** What is still to be told, and the log with it told. */
function tell(log: readonly LogEvent[], targets: readonly Target[] = [target]) {
  const told = project(log, site).flatMap(({ journey, leads }) =>
    leads.flatMap((lead) => handoversOf(lead, journey, { site, targets, log, now: instant(MONDAY + days(9)) })),
  )
  return { log: [...log, ...told.map(({ event }) => event)], items: told.map(({ item }) => item) }
}
const newsOf = ({ items }: ReturnType<typeof tell>) => items.map(({ payload }) => JSON.parse(payload).news)

describe('a new lead', () => {
  const form = aForm('jane@customer.example', { id: 'form-1' }, [
    { name: 'q', label: 'Your question', value: 'Six drills?' },
  ])

  it('is told to each destination once, with what was written', () => {
    const first = tell([aPage('/'), form])
    expect(newsOf(first)).toEqual(['lead.created'])
    expect(JSON.parse(first.items[0]?.payload ?? '').answers).toContainEqual({
      label: 'Your question',
      value: 'Six drills?',
    })
    expect(tell(first.log).items).toEqual([])
  })

  it('is told once, though a late event moves its opening', () => {
    const first = tell([form])
    expect(
      tell([...first.log, aForm('jane@customer.example', { id: 'form-0', at: -days(1), receivedAt: 0 })]).items,
    ).toEqual([])
  })

  it('is told to a destination that was added before it, not after', () => {
    const later: Target = { ...target, id: destinationId('later'), createdAt: instant(MONDAY + 1) }
    const off: Target = { ...target, id: destinationId('off'), disabledAt: instant(MONDAY) }
    expect(tell([form], [target, later, off]).items.map(({ destination }) => destination)).toEqual(['sales'])
  })

  it('is told of in the log no earlier than it came, though our clock was set back', () => {
    const log = [form]
    const [told] = project(log, site).flatMap(({ journey, leads }) =>
      leads.flatMap((lead) =>
        handoversOf(lead, journey, { site, targets: [target], log, now: instant(MONDAY - 5000) }),
      ),
    )
    expect(told?.event.at).toBe(form.at)
  })

  it('is not told when it is an import of what is long past, or closed already', () => {
    expect(tell([aForm('jane@customer.example', { receivedAt: days(8) })]).items).toEqual([])
    expect(tell([form, aDecision('l_form-1', 'irrelevant', { at: 1 })]).items).toEqual([])
  })
})

it('somebody unknown is told, and once more when they have said who they are', () => {
  const unknown = tell([aPhoneClick({ id: 'call-1' })])
  expect(newsOf(unknown)).toEqual(['lead.created'])
  const known = tell([...unknown.log, aForm('joe@customer.example', { at: 1000 })])
  expect(newsOf(known)).toEqual(['lead.identified'])
  expect(tell([...known.log, aForm('joe@customer.example', { at: 2000 })]).items).toEqual([])
})
