/**
 * Forms that really were sent. A submit event only announces it: the page may still refuse. Sent it is when the browser
 * builds the native request (`formdata` after an event that nobody prevented), when a request of the page's own follows, or
 * when a script's `form.submit()` takes the page away. The answers are read at the announcement: pages clear their forms.
 */
import { keptAddress } from './campaign.ts'
import { answersOf, controlsOf } from './fields.ts'
import { listen, onLeave } from './guard.ts'
import type { Draft, RecordEvent } from './record.ts'

type Candidate = {
  readonly draft: Draft
  readonly answers: string
  /** When a request that confirms it may have started, on the page's monotonic clock. */
  readonly since: number
  readonly until: number
  /** Absent when no submit event announced it. */
  readonly event: Event | undefined
  /** On a page that goes away this is enough: the answers pass the form's own checks and say how to reach somebody. */
  readonly complete: boolean
  /** When a script or the browser last collected its fields. */
  builtAt?: number
  done: boolean
}

/** How long after the submit a request of the page may start, and how long until its answer is there. */
const longestStart = 4000
const longestAnswer = 20_000
const sameSubmit = 60_000
/** A script's submit takes the page away at once. */
const atOnce = 500
/** Requests that tell nothing about the form: measuring, prefetching, and checks that the visitor is no robot. */
const beside = /captcha|turnstile|analytics|collect|doubleclick|pixel|facebook|clarity|_rsc=/

/** `ours` is the collector's address: its requests are no answer to a form. */
export function watchForms(record: RecordEvent, ours: string): void {
  const open = new Map<HTMLFormElement, Candidate>()
  const roots = new WeakSet<Node>()
  const now = () => performance.now()
  const { navigation } = window as { navigation?: Navigation }

  const announce = (form: HTMLFormElement, event?: Event): Candidate | undefined => {
    const fields = answersOf(form)
    // A control called `id` or `name` hides the property, never the attribute.
    const said = (name: string) => form.getAttribute(name) || undefined
    const kind = said('data-lt-form')
    if (isNoLead(form) || !(kind || fields[0])) return undefined
    const answers = kind + JSON.stringify(fields)
    const before = open.get(form)
    // A second click: the request that confirms may have started after the first.
    const again = before && before.answers === answers && now() - before.since < sameSubmit && before
    const about = { id: said('id'), name: said('name'), action: keptAddress(form.action) }
    const candidate: Candidate = {
      draft: { type: 'form', kind, form: about, fields, at: Date.now(), url: keptAddress(location.href) },
      answers,
      since: again ? again.since : now(),
      until: now() + longestStart,
      event,
      complete:
        form.matches(':valid') && fields.some(({ type, value }) => /^[ep]/.test(type || '') && /.@.|\d/.test(value)),
      done: !!again && again.done,
    }
    open.set(form, candidate)
    return candidate
  }

  /** Records those of the open ones that are sure to have been sent, each once. */
  const confirm = (sure: (candidate: Candidate) => unknown) =>
    open.forEach((candidate) => {
      if (candidate.done || !sure(candidate)) return
      candidate.done = true
      record(candidate.draft)
    })
  const builtWithin = ({ builtAt }: Candidate, ms: number) => builtAt && now() - builtAt < ms

  const judge = (entries: PerformanceEntryList) =>
    (entries as PerformanceResourceTiming[]).forEach(({ initiatorType, name, startTime, responseStatus }) => {
      if (!/^(fetch|xml)/.test(initiatorType) || name.startsWith(ours) || beside.test(name) || responseStatus > 399)
        return
      confirm(({ event, since, until }) => event && startTime >= since && startTime < until)
    })
  const requests = new PerformanceObserver((list) => judge(list.getEntries()))

  const heard = (event: Event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    if (event.type === 'submit') {
      announce(form, event)
      return requests.observe({ type: 'resource' })
    }
    const announced = open.get(form)
    const candidate = announced && announced.event && now() < announced.until ? announced : announce(form)
    if (!candidate) return
    const { event: submit } = candidate
    candidate.builtAt = now()
    if (submit && !submit.eventPhase && !submit.defaultPrevented) confirm((other) => other === candidate)
  }

  const bind = (root: Node) => {
    if (!roots.has(root)) listen(root, 'submit formdata', heard)
    roots.add(root)
  }
  bind(document)
  // Submits do not leave a shadow root, but what comes before them does.
  listen(window, 'focusin click', (event) => bind((event.composedPath()[0] as Node).getRootNode()))

  if (navigation) {
    listen<NavigateEvent>(navigation, 'navigate', ({ destination }) => {
      if (!destination.sameDocument) confirm((candidate) => builtWithin(candidate, atOnce))
    })
  }
  onLeave(() => {
    judge(requests.takeRecords())
    // Without a navigation API, leaving is all that shows of a script's submit.
    confirm(
      (candidate) => builtWithin(candidate, longestAnswer) && (candidate.event ? candidate.complete : !navigation),
    )
  })
}

/** Signing in and searching are no enquiries, and what is ignored is ignored. */
function isNoLead(form: HTMLFormElement): boolean {
  const odd = ({ type, name }: { type: string; name: string }) =>
    /^(password|search)$/.test(type) || /^(q|s|search)$/i.test(name)
  return !!form.closest('[data-lt-ignore],[role=search]') || controlsOf(form).some(odd)
}
