/**
 * The rules a new site starts with: what is a touchpoint and what it is worth, the first scoring model, and whose
 * referrers are no traffic source. From then on they are the site's own; changing them here changes no existing site.
 */
import { minor } from '@leadtrail/shared/money'
import type { Rules, ScoreGroup, Scoring, TouchpointRule } from '@leadtrail/shared/settings'
import { answersAgainst, buyerTitles, deciderTitles, learnerTitles, ownReferrers } from './default-words.ts'

// Pages whose name begins so, at the root and in any folder: `/pricing*` and, for `/demo/pricing`, `/*/pricing*`.
const pages = (...names: readonly string[]): string[] => names.flatMap((name) => [`/${name}*`, `/*/${name}*`])
// Sections of exactly that name with all that is in them: `/jobs` and `/da/jobs/driller`, but not `/jobsite-radios`.
const sections = (...names: readonly string[]): string[] => names.flatMap((name) => [`/${name}/*`, `/*/${name}/*`])

const pricing = pages('pricing', 'prices', 'priser', 'prisliste', 'preise', 'prijzen', 'tarieven')
const contact = pages('contact', 'kontakt')
const booking = ['/book*', ...pages('demo-booking', 'book-demo', 'book-a-', 'booking')]
const cases = [
  ...pages('case'),
  ...sections('customers', 'references', 'kunder', 'referencer', 'referanser', 'referenser', 'referenzen', 'klanten'),
]
const jobs = sections(
  'job', 'jobs', 'career', 'careers', 'vacancies', 'karriere', 'ledige-stillinger', 'stillinger', 'jobb', 'lediga-jobb',
  'karriar', 'stellenangebote', 'vacatures', 'werken-bij',
) // prettier-ignore
const help = sections('support', 'help', 'helpdesk', 'kundeservice', 'kundtjanst', 'login', 'logind', 'inloggen')
const unsubscribe = pages('unsubscribe', 'afmeld', 'avmeld', 'avregistrera', 'abmelden', 'uitschrijven')

/** In the order in which they are tried: the first that an event meets is its touchpoint. */
const touchpoints: readonly TouchpointRule[] = [
  {
    type: 'phone-call',
    label: 'Phone call',
    stage: 'sql',
    sqlToCustomer: 0.35,
    opens: true,
    when: [{ on: 'click', kind: 'tel' }, { on: 'call' }],
  },
  {
    type: 'contact-form',
    label: 'Contact form',
    stage: 'sql',
    sqlToCustomer: 0.15,
    opens: true,
    when: [{ on: 'form', kinds: ['contact'], path: contact }],
  },
  {
    type: 'demo-booking',
    label: 'Demo booking',
    stage: 'mql',
    mqlToSql: 0.3,
    opens: true,
    when: [{ on: 'form', kinds: ['demo', 'booking'], path: booking }, { on: 'booking' }],
  },
  {
    type: 'email',
    label: 'E-mail',
    stage: 'sql',
    sqlToCustomer: 0.05,
    opens: true,
    when: [{ on: 'click', kind: 'mailto' }, { on: 'email' }],
  },
  {
    type: 'download',
    label: 'Download',
    stage: 'mql',
    mqlToSql: 0.03,
    opens: true,
    when: [
      { on: 'click', kind: 'download' },
      { on: 'form', kinds: ['download'] },
    ],
  },
  // Any other form that says how to reach its sender, at the site's own rates: the average enquiry.
  { type: 'enquiry', label: 'Enquiry', stage: 'mql', opens: true, when: [{ on: 'form', reachable: true }] },
  // Looking is a signal, worth something to a journey that has a lead, but no enquiry by itself.
  {
    type: 'pricing-visit',
    label: 'Pricing visit',
    stage: 'mql',
    mqlToSql: 0.02,
    opens: false,
    when: [{ on: 'page', path: pricing }],
  },
  {
    type: 'contact-visit',
    label: 'Contact visit',
    stage: 'mql',
    mqlToSql: 0.01,
    opens: false,
    when: [{ on: 'page', path: contact }],
  },
]

/** Who they are: a named person with a company address and its name reaches the threshold, a title lifts well above. */
const fit: readonly ScoreGroup[] = [
  {
    name: 'Company',
    cap: { least: -30, most: 50 },
    rules: [
      { id: 'company-email', label: 'Company e-mail address', points: 30, when: { on: 'email', is: 'company' } },
      { id: 'free-email', label: 'Free-mail address', points: -15, when: { on: 'email', is: 'free' } },
      { id: 'role-email', label: 'Mailbox of no named person', points: -10, when: { on: 'email', is: 'role' } },
      { id: 'company-known', label: 'Company is known', points: 15, when: { on: 'known', trait: 'company' } },
    ],
  },
  {
    name: 'Person',
    cap: { least: 0, most: 50 },
    rules: [
      { id: 'name-known', label: 'Name is known', points: 5, when: { on: 'known', trait: 'name' } },
      { id: 'phone-known', label: 'Phone is known', points: 10, when: { on: 'known', trait: 'phone' } },
      { id: 'decides', label: 'Decides', points: 35, when: { on: 'trait', trait: 'title', any: deciderTitles } },
      { id: 'buys', label: 'Buys or leads', points: 25, when: { on: 'trait', trait: 'title', any: buyerTitles } },
    ],
  },
  {
    name: 'Not a buyer',
    cap: { least: -60, most: 0 },
    rules: [
      {
        id: 'no-buyer-title',
        label: 'Title of a student or trainee',
        points: -40,
        when: { on: 'trait', trait: 'title', any: learnerTitles },
      },
      { id: 'job-seeker', label: 'Asks for a job', points: -50, when: { on: 'answer', any: answersAgainst.seeker } },
      { id: 'student', label: 'Writes as a student', points: -40, when: { on: 'answer', any: answersAgainst.learner } },
    ],
  },
]

/** What they did: a demo booking or a call is high by itself, a form with a look around; reading alone is not. */
const interest: readonly ScoreGroup[] = [
  {
    name: 'Pages',
    cap: { least: 0, most: 40 },
    rules: [
      { id: 'pricing', label: 'Saw pricing', points: 15, when: { on: 'page', path: pricing }, halfLifeDays: 30 },
      {
        id: 'contact-page',
        label: 'Saw a contact or booking page',
        points: 10,
        when: { on: 'page', path: [...contact, ...booking] },
        halfLifeDays: 30,
      },
      {
        id: 'cases',
        label: 'Read a case',
        points: 5,
        when: { on: 'page', path: cases },
        atMost: { times: 3, days: 30 },
        halfLifeDays: 30,
      },
    ],
  },
  {
    name: 'Visits',
    cap: { least: 0, most: 20 },
    rules: [
      { id: 'came-back', label: 'Came back', points: 10, when: { on: 'visits', atLeast: 2 }, halfLifeDays: 60 },
      { id: 'regular', label: 'Four visits or more', points: 10, when: { on: 'visits', atLeast: 4 }, halfLifeDays: 60 },
    ],
  },
  {
    name: 'Touchpoints',
    cap: { least: 0, most: 80 },
    rules: [
      touched('phone-call', 'Called', 50),
      touched('demo-booking', 'Booked a demo', 50),
      touched('contact-form', 'Sent the contact form', 45),
      touched('email', 'Wrote an e-mail', 35),
      touched('enquiry', 'Sent another form', 35),
      { ...touched('download', 'Downloaded a file', 15), atMost: { times: 2, days: 30 } },
    ],
  },
  {
    name: 'Not buying',
    cap: { least: -60, most: 0 },
    rules: [
      { id: 'jobs-page', label: 'Read job adverts', points: -30, when: { on: 'page', path: jobs }, halfLifeDays: 60 },
      {
        id: 'help-page',
        label: 'Sought help as a user',
        points: -15,
        when: { on: 'page', path: help },
        halfLifeDays: 30,
      },
      { id: 'unsubscribed', label: 'Unsubscribed', points: -30, when: { on: 'page', path: unsubscribe } },
    ],
  },
]

function touched(type: string, label: string, points: number): ScoreGroup['rules'][number] {
  return { id: type, label, points, when: { on: 'touchpoint', types: [type] }, halfLifeDays: 90 }
}

/** High from 50 on, half of either scale, to which the points above are set. */
const scoring: Scoring = { version: 1, high: { fit: 50, interest: 50 }, fit: [...fit], interest: [...interest] }

/** What somebody who makes a site has said of its money; the rest is a common start. */
export type KnownValues = {
  /** Minor units. */
  readonly customerValue?: number | undefined
  readonly sqlToCustomer?: number | undefined
  readonly mqlToSql?: number | undefined
}

/**
 * The rules of a new site. A customer value of 0 means "not set": every value is 0 until somebody states it, for a
 * guess would look like a fact. The rates are 0.35 and 0.20 unless given (domain rule 6).
 */
export function defaultRules(known: KnownValues = {}): Rules {
  return {
    values: {
      customerValue: minor(known.customerValue ?? 0),
      sqlToCustomer: known.sqlToCustomer ?? 0.35,
      mqlToSql: known.mqlToSql ?? 0.2,
    },
    touchpoints: [...touchpoints],
    scoring,
    referralExclusions: [...ownReferrers],
  }
}
