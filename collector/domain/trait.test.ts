/** Traits: what is known of a person, who said so last, and whose word stands. */
import { describe, expect, it } from 'vitest'
import { eventId, visitorId } from '@leadtrail/shared/ids'
import { instant } from '@leadtrail/shared/time'
import type { EventBody, LogEvent, Origin } from './event.ts'
import { factsOf } from './trait.ts'

function said(minute: number, body: object, origin: Origin = 'browser'): LogEvent {
  const at = instant(minute * 60_000)
  const event = { id: eventId(`event-${minute}`), visitor: visitorId('visitor-01'), at, receivedAt: at }
  return { ...event, origin, bot: false, device: null, body: body as EventBody }
}
const form = (...fields: readonly object[]) => ({ type: 'form', fields })
const identify = (contact: object) => ({ type: 'identify', contact })

describe('factsOf()', () => {
  it.each([
    ['a field of that name', form({ name: 'job_title', value: 'Director' })],
    ['a field with that label', form({ name: 'f12', label: 'Job title', value: ' Director ' })],
    ['a field with that label in another language', form({ name: 'f12', label: 'Stilling:', value: 'Director' })],
    ['a stated trait', identify({ traits: { Role: 'Director' } })],
  ])('reads the title from %s', (_, body) => {
    expect(factsOf([said(1, body)])('title')).toEqual({ value: 'Director', event: 'event-1', at: 60_000 })
  })

  it('takes the latest word, but a server’s above any browser’s', () => {
    const browser = [said(1, identify({ company: 'A' })), said(2, identify({ company: 'B' }))]
    expect(factsOf(browser)('company')?.value).toBe('B')
    const server = said(0, identify({ company: 'C' }), 'server')
    expect(factsOf([server, ...browser])('company')?.value).toBe('C')
  })

  it.each([
    ['what nobody said', identify({ email: 'jane@acme.example' }), 'title'],
    ['an empty answer', form({ name: 'title', value: '  ' }), 'title'],
    ['a trait of null', identify({ traits: { title: null } }), 'title'],
    ['an address that is none', identify({ email: 'jane at acme' }), 'email'],
    [
      'a text field that only bears the name of a checked fact',
      form({ name: 'company', type: 'text', value: 'x' }),
      'company',
    ],
    ['a message', form({ name: 'title', type: 'message', value: 'Hello' }), 'title'],
  ])('does not know %s', (_, body, trait) => {
    expect(factsOf([said(1, body)])(trait)).toBeUndefined()
  })

  it('keeps 0 and false, which are known', () => {
    const facts = factsOf([said(1, identify({ traits: { employees: 0, exporting: false } }))])
    expect([facts('employees')?.value, facts('exporting')?.value]).toEqual(['0', 'false'])
  })
})
