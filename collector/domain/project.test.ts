import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDecision, aForm, aPage, aPhoneClick, aSite, anEvent, days } from '../../test/builders/log.ts'
import type { LogEvent } from './event.ts'
import { project, rowsOf } from './project.ts'

const site = aSite()
const leadsOf = (events: readonly LogEvent[]) => project(events, site).flatMap(({ leads }) => leads)
const hour = 3_600_000
const campaign = '/?utm_source=google&utm_medium=cpc&utm_campaign=boreutstyr&gclid=abc'

describe('a paid click that comes back by itself and writes', () => {
  const story = [
    aPage(campaign, { id: 'landing-1' }),
    aPage('/cases', { at: 60_000 }),
    aPage('/pricing', { id: 'pricing-1', at: days(2) }),
    aPage('/contact', { at: days(2) + 60_000 }),
    aForm('jane@customer.example', { id: 'form-1', at: days(2) + 120_000 }),
  ]
  const [lead] = leadsOf(story)

  it('is one lead of two sessions, first Paid Search, last Direct', () => {
    const [{ journey, leads } = { journey: undefined, leads: [] }] = project(story, site)
    expect(leads).toHaveLength(1)
    expect(journey?.sessions.map(({ source }) => source.channel)).toEqual(['Paid Search', 'Direct'])
    expect(lead).toMatchObject({ id: 'l_form-1', stage: 'sql', sessions: 2, first: 's_landing-1', last: 's_pricing-1' })
  })

  it('is worth its contact form, 22,500, with the signals before it as touchpoints', () => {
    expect(lead?.value).toBe(2_250_000)
    expect(lead?.touchpoints.map(({ type }) => type)).toEqual(['pricing-visit', 'contact-visit', 'contact-form'])
  })
})

describe('somebody unknown who only clicks the phone link', () => {
  const click = aPhoneClick({ id: 'call-1', at: 1000 })

  it('is an unknown lead worth 52,500', () => {
    expect(leadsOf([aPage('/'), click])).toMatchObject([{ id: 'l_call-1', value: 5_250_000 }])
    expect(project([click], site)[0]?.journey.contact).toBeUndefined()
  })

  it('is inherited by the contact once known, still worth 52,500', () => {
    const [only, ...others] = project([aPage('/'), click, aForm('joe@customer.example', { at: days(1) })], site)
    expect(others).toEqual([])
    expect(only?.journey.contact?.email).toBe('joe@customer.example')
    expect(only?.leads).toMatchObject([{ id: 'l_call-1', value: 5_250_000 }])
  })
})

describe('a page view alone', () => {
  it('opens no lead, be it the price page', () => {
    expect(leadsOf([aPage('/pricing'), aPage('/contact', { at: 1 })])).toEqual([])
  })
})

describe('decisions', () => {
  const form = aForm('jane@customer.example', { id: 'form-1' })
  const decided = (...events: LogEvent[]) => leadsOf([form, ...events])[0]

  it('irrelevant closes the lead and leaves it worth nothing', () => {
    const lead = decided(aDecision('l_form-1', 'irrelevant', { at: hour }, { reason: 'seller' }))
    expect(lead).toMatchObject({ stage: 'irrelevant', reason: 'seller', value: 0, closedAt: form.at + hour })
  })

  it('won replaces the value by the revenue', () => {
    const lead = decided(aDecision('l_form-1', 'won', { at: hour }, { revenue: 18_000_000 }))
    expect(lead).toMatchObject({ stage: 'customer', value: 18_000_000, revenue: 18_000_000 })
  })

  it('reopen takes the last one back, as if it had not been', () => {
    const undone = decided(
      aDecision('l_form-1', 'irrelevant', { at: hour }),
      aDecision('l_form-1', 'reopen', { at: hour * 2 }),
    )
    expect(undone).toMatchObject({ stage: 'sql', value: 2_250_000, closedAt: undefined })
    const twice = decided(
      aDecision('l_form-1', 'opportunity', { at: hour }),
      aDecision('l_form-1', 'lost', { at: hour * 2 }),
      aDecision('l_form-1', 'reopen', { at: hour * 3 }),
    )
    expect(twice?.stage).toBe('opportunity')
  })

  it('of a CRM that names its lead says nothing of whose browser it was', () => {
    const outcome = anEvent(
      { type: 'outcome', lead: 'l_form-1', decision: 'qualify', contact: { email: 'jane@work.example' } },
      { origin: 'server', at: hour },
    )
    const later = aPhoneClick({ at: hour * 2 })
    const all = project([form, outcome, later], site)
    expect(all.map(({ journey }) => journey.contact?.email)).toEqual(['jane@customer.example'])
    expect(all[0]?.journey.contact?.sharedDevice).toBe(false)
  })

  it('about a touchpoint in the middle of a lead are about that lead', () => {
    const second = aForm('jane@customer.example', { id: 'form-2', at: hour })
    expect(decided(second, aDecision('l_form-2', 'lost', { at: hour * 2 }))).toMatchObject({
      id: 'l_form-1',
      stage: 'lost',
    })
  })

  it('a touchpoint after the close opens the next lead; reopening takes it into the first', () => {
    const later = aForm('jane@customer.example', { id: 'form-2', at: days(30) })
    const closed = [form, aDecision('l_form-1', 'lost', { at: hour }), later]
    expect(leadsOf(closed).map(({ id, stage }) => `${id} ${stage}`)).toEqual(['l_form-1 lost', 'l_form-2 sql'])
    const reopened = leadsOf([...closed, aDecision('l_form-1', 'reopen', { at: days(31) })])
    expect(reopened.map(({ id, stage, touchpoints }) => `${id} ${stage} ${touchpoints.length}`)).toEqual([
      'l_form-1 sql 2',
    ])
  })

  it('reopening leaves alone what was won since, and takes in what is open', () => {
    const clickAt = (id: string, at: number) => aPhoneClick({ id, at })
    const events = [
      form,
      aDecision('l_form-1', 'lost', { at: hour }),
      clickAt('call-2', hour * 2),
      aDecision('l_call-2', 'won', { at: hour * 3 }, { revenue: 18_000_000 }),
      clickAt('call-3', hour * 4),
      aDecision('l_call-3', 'opportunity', { at: hour * 5 }),
      aDecision('l_form-1', 'reopen', { at: hour * 6 }),
    ]
    const told = (log: readonly LogEvent[]) =>
      leadsOf(log).map(({ id, stage, touchpoints }) => `${id} ${stage} ${touchpoints.length}`)
    expect(told(events)).toEqual(['l_form-1 opportunity 2', 'l_call-2 customer 1'])
    const alsoReopened = [...events, aDecision('l_call-2', 'reopen', { at: hour * 7 })]
    expect(told(alsoReopened)).toEqual(['l_form-1 opportunity 3'])
    expect(told([...alsoReopened, aDecision('l_call-2', 'qualify', { at: hour * 8 })])).toEqual(['l_form-1 sql 3'])
  })

  it('of a CRM without a lead id is about the contact that it names, by its latest lead', () => {
    const outcome = anEvent(
      { type: 'outcome', decision: 'won', revenue: 100, contact: { email: 'jane@customer.example' } },
      { visitor: 'k.jane', origin: 'server', at: days(3) },
    )
    expect(decided(outcome)).toMatchObject({ stage: 'customer', value: 100 })
  })
})

it('a lead of more touchpoints than a function takes arguments is computed', () => {
  const clicks = Array.from({ length: 130_000 }, (_, at) => aPhoneClick({ id: `call-${at}`, at }))
  expect(leadsOf(clicks)).toMatchObject([{ id: 'l_call-0', value: 5_250_000, activeAt: clicks.at(-1)?.at }])
})

describe('two people', () => {
  it('who share a browser stay two contacts, each flagged, the second with what came from its own word on', () => {
    const [ann, bob] = project(
      [
        aPage('/'),
        aForm('ann@one.example', { at: hour }),
        aPage('/cases', { at: days(1) }),
        aForm('bob@two.example', { at: days(1) + 1 }),
      ],
      site,
    )
    expect([ann, bob].map((each) => [each?.journey.contact?.email, each?.journey.contact?.sharedDevice])).toEqual([
      ['ann@one.example', true],
      ['bob@two.example', true],
    ])
    expect(ann?.journey.events).toHaveLength(3)
  })

  it('who share a browser share no click: the second was not brought by the ad of the first', () => {
    const journeys = project(
      [
        aPage(campaign),
        aForm('ann@one.example', { at: hour }),
        aForm('bob@two.example', { at: days(1) }),
        aPage(campaign, { at: days(2) }),
      ],
      site,
    ).map(({ journey }) => journey.sessions.map(({ source }) => source.channel))
    expect(journeys).toEqual([
      ['Paid Search', 'Direct'],
      ['Direct', 'Direct'],
    ])
  })

  it('are not merged by a browser that claims both their keys', () => {
    const claim = anEvent(
      { type: 'identify', contact: { email: 'ann@one.example', id: 'crm-7' } },
      { visitor: 'visitor-b' },
    )
    const known = anEvent(
      { type: 'identify', contact: { id: 'crm-7', name: 'Bob' } },
      { visitor: 'visitor-c', origin: 'server' },
    )
    expect(project([aForm('ann@one.example'), claim, known], site)).toHaveLength(2)
  })
})

it('one person on two devices is one journey with both histories', () => {
  const events = [
    aPage('/', { visitor: 'visitor-a' }),
    aForm('ann@one.example', { at: 1 }),
    aPage('/cases', { visitor: 'visitor-b', at: 2 }),
    aForm('ANN@one.example ', { visitor: 'visitor-b', at: 3 }),
  ]
  const [only, ...others] = project(events, site)
  expect(others).toEqual([])
  expect(only?.journey.sessions).toHaveLength(2)
})

it('what a server stated is not overwritten by what a browser claims later', () => {
  const stated = anEvent(
    { type: 'identify', contact: { email: 'ann@one.example', name: 'Ann Lee' } },
    { visitor: 'k.ann', origin: 'server' },
  )
  const claimed = anEvent({ type: 'identify', contact: { email: 'ann@one.example', name: 'Mallory' } }, { at: hour })
  expect(project([stated, claimed], site)[0]?.journey.contact?.name).toBe('Ann Lee')
})

describe('laws of the projection', () => {
  const emails = ['ann@one.example', 'bob@two.example', 'info@three.example']
  const step = fc.record({
    kind: fc.constantFrom('page', 'campaign', 'pricing', 'form', 'phone', 'decision'),
    visitor: fc.constantFrom('visitor-a', 'visitor-b', 'visitor-c'),
    at: fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * 60_000),
    email: fc.constantFrom(...emails),
    about: fc.nat(11),
    decision: fc.constantFrom('qualify', 'irrelevant', 'opportunity', 'won', 'lost', 'reopen'),
  })
  const history = fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) =>
    steps.map(({ kind, visitor, at, email, about, decision }, place): LogEvent => {
      const facts = { id: `event-${place}`, visitor, at }
      if (kind === 'form') return aForm(email, facts)
      if (kind === 'phone') return aPhoneClick(facts)
      if (kind === 'decision') return aDecision(`l_event-${about}`, decision, facts, { revenue: 500 })
      return aPage({ page: '/', campaign, pricing: '/pricing' }[kind] ?? '/', facts)
    }),
  )
  const runs = { numRuns: process.env['LONG'] ? 100_000 : 2000 }

  it('arrival order and duplicates change nothing', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
        ),
        ([events, shuffled]) => {
          expect(rowsOf(project(shuffled, site))).toEqual(rowsOf(project(events, site)))
        },
      ),
      runs,
    )
  })

  it('every event belongs to one journey, every session to the journey of its events', () => {
    fc.assert(
      fc.property(history, (events) => {
        const journeys = project(events, site).map(({ journey }) => journey)
        expect(journeys.flatMap((journey) => journey.events.map(({ id }) => id)).toSorted()).toEqual(
          events.map(({ id }) => id).toSorted(),
        )
        for (const journey of journeys) {
          const own = new Set(journey.events.map(({ id }) => id))
          expect(journey.sessions.flatMap((session) => session.events).every(({ id }) => own.has(id))).toBe(true)
        }
      }),
      runs,
    )
  })

  it('at most one lead of a journey is open, no touchpoint is in two, and lost or irrelevant ones are worth 0', () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const { leads } of project(events, site)) {
          expect(leads.filter(({ closedAt }) => closedAt === undefined).length).toBeLessThanOrEqual(1)
          const held = leads.flatMap(({ touchpoints }) => touchpoints.map(({ event }) => event))
          expect(new Set(held).size).toBe(held.length)
          for (const { stage, value } of leads) if (stage === 'lost' || stage === 'irrelevant') expect(value).toBe(0)
        }
      }),
      runs,
    )
  })
})

describe('somebody known by a phone number alone', () => {
  const call = anEvent(
    { type: 'call', from: '+45 20 30 40 50' },
    { id: 'call-1', visitor: 'e.call-1', origin: 'server' },
  )
  const form = anEvent(
    {
      type: 'form',
      kind: 'contact',
      fields: [
        { name: 'phone', value: '20 30 40 50' },
        { name: 'navn', value: 'Bo' },
      ],
    },
    { visitor: 'visitor-b', at: 1 },
  )

  it('is a contact with that number, whom a form or a call names', () => {
    const contacts = project([call, form], site).map(({ journey }) => journey.contact)
    expect(contacts).toMatchObject([{ phone: '+4520304050' }, { phone: '20304050', name: 'Bo' }])
  })

  it('is not found again by it: two timelines stay two', () => {
    expect(project([call, { ...call, id: form.id, visitor: form.visitor }], site)).toHaveLength(2)
  })
})

it('a contact is shown by the address that names it, not by a mailbox of the company it wrote from later', () => {
  const named = aForm('ann@one.example')
  const role = aForm('info@one.example', { at: hour })
  expect(project([named, role], site)[0]?.journey.contact?.email).toBe('ann@one.example')
})
