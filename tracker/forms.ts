/**
 * Forms that really were sent. A submit event only announces it: the page may still refuse. Sent it is when the browser
 * builds the native request (`formdata` after an event that nobody prevented), when a request of the page's own follows, or
 * when a part says so, which knows a plug-in or a rarer way. The answers are read at the announcement: pages clear their
 * forms.
 */
import type { Answer, BrowserEvent } from '@leadtrail/shared/event'
import { keptAddress } from './campaign.ts'
import { config } from './config.ts'
import { answersOf } from './fields.ts'
import { listen, onLeave } from './guard.ts'
import { act } from './page.ts'

type View = Window & typeof globalThis
/** A form that may have been sent. */
export type Candidate = {
  readonly form: Element
  readonly draft: Omit<Extract<BrowserEvent, { type: 'form' }>, 'id'> & {
    readonly form: { action: string | undefined }
  }
  /** Tells a second click from other answers. */
  readonly key: string
  /** When a request that confirms it may have started. */
  readonly since: number
  until: number
  /** Absent when no submit event announced it. */
  event: Event | undefined
  /** On a page that goes away this is enough: the answers pass the form's own checks and say how to reach somebody. */
  readonly complete: boolean
  /** When a script or the browser last collected its fields. */
  built?: number
  /** It was answered with a no, or with what tells nothing. */
  refused?: boolean
  done?: boolean
}

/** How long after the submit a request of the page may start, and how long it may take at most. */
const longestStart = 4000
const longestAnswer = 5000
const sameSubmit = 60_000
/** Requests that tell nothing about the form: measuring, prefetching, and checks that the visitor is no robot. */
const beside = /captcha|turnstile|analytics|collect|pixel|facebook|clarity|_rsc=/
/** What is ignored, what only closes a dialog, and signing in are no enquiries; nor is searching, unless somebody can be reached. */
const outside = '[data-lt-ignore],[method=dialog]:not([data-lt-form])'
const signingIn = '[type=password],[autocomplete^=username]'
const searching = '[type=search],[name=q],[name=s]'

/** Whether a form waits for the word of the plug-in that made it. */
let waits: (form: Element) => boolean = () => false
/** Somebody listens to plug-ins, and tells which forms are theirs. */
export function heed(isTheirs: (form: Element) => boolean): void {
  waits = isTheirs
}

/** All answers that go with a form, given what else is open. */
type Gather = (one: Candidate, open: readonly Candidate[]) => Answer[]
let gather: Gather = ({ draft }) => draft.fields
/** Somebody knows of forms that were steps on the way to others. */
export function gatherBy(steps: Gather): void {
  gather = steps
}

/** One for each form, the newest first. */
let open: Candidate[] = []
const candidateOf = (form: Element) => open.find((one) => one.form === form)

/** One clock for all windows, which no setting of the clock moves. */
const now = () => performance.timeOrigin + performance.now()

/** Reads a form that is perhaps being sent; answers nothing where it can be no lead. */
export function announce(form: Element, event?: Event): Candidate | undefined {
  const before = candidateOf(form)
  // What a submit event has announced stays as it was then.
  if (!event && before?.event && now() < before.until) return before
  const fields = answersOf(form)
  // A control called `id` or `name` hides the property, never the attribute.
  const said = (name: string) => form.getAttribute(name) || undefined
  const kind = said('data-lt-form')
  const reachable = fields.some(({ value }) => /.@.|^\+?[\d ()./-]{6,}$/.test(value))
  if (form.closest(outside) || !(kind || (fields[0] && !form.querySelector(signingIn)))) return undefined
  if (!reachable && (form.matches('[role=search]') || form.querySelector(searching))) return undefined
  const key = kind + JSON.stringify(fields)
  // A second click: the request that confirms may have started after the first.
  if (before?.key === key && now() - before.since < sameSubmit) {
    before.until = now() + longestStart
    before.event = event
    return before
  }
  const candidate: Candidate = {
    form,
    draft: {
      type: 'form',
      at: Date.now(),
      url: keptAddress(location.href),
      kind,
      form: { id: said('id'), name: said('name'), action: keptAddress((form as HTMLFormElement).action) },
      kiosk: !!form.closest('[data-lt-kiosk]') || undefined,
      fields,
    },
    key,
    since: now(),
    until: now() + longestStart,
    event,
    complete: reachable && form.matches(':valid'),
  }
  open = [candidate].concat(open.filter((one) => one !== before))
  return candidate
}

/** Records those that are sure to have been sent, each once, the newest first. */
export function confirm(sure: (candidate: Candidate) => unknown): void {
  open.forEach((one) => {
    if (one.done || !sure(one)) return
    one.done = true
    act({ ...one.draft, fields: gather(one, open) })
  })
}

function heard(event: Event): void {
  const form = event.target as Element
  if (event.type === 'submit') return void announce(form, event)
  const one = candidateOf(form)
  if (!one?.event || now() > one.until) return
  one.built = now()
  // What a plug-in has answered into a frame only the plug-in can read.
  one.refused = form.hasAttribute('target') && waits(form)
  if (!one.refused && !one.event.eventPhase && !one.event.defaultPrevented) confirm((each) => each === one)
}

/** Hears of the forms in a document or a shadow root. */
export function bind(root: Node): void {
  listen(root, 'submit formdata', heard)
}

/** Watches the forms of a window. */
export function watchForms({ document, performance, PerformanceObserver }: View): void {
  bind(document)
  const judge = (entries: PerformanceEntryList) =>
    (entries as PerformanceResourceTiming[]).forEach((entry) => {
      const { name } = entry
      const start = performance.timeOrigin + entry.startTime
      if (name.startsWith(config.host) || beside.test(name)) return
      confirm((one) => {
        const { action } = one.draft.form
        const isTold = /^(fetch|xml)/.test(entry.initiatorType) || (action && name.startsWith(action + '?'))
        if (!isTold || !one.event || start < one.since || start > one.until) return false
        one.refused = entry.responseStatus > 399 || waits(one.form)
        return !one.refused
      })
    })
  const requests = new PerformanceObserver((list) => judge(list.getEntries()))
  requests.observe({ type: 'resource' })
  onLeave(() => {
    judge(requests.takeRecords())
    confirm(
      (one) =>
        one.form.ownerDocument === document && one.complete && !one.refused && now() - (one.built || 0) < longestAnswer,
    )
  }, document)
}
