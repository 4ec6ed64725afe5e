/**
 * Forms that really were sent. A submit event only announces it: the page may still refuse. Sent it is when the browser
 * builds the native request (`formdata` after an event that nobody prevented), when a request of the page's own follows,
 * when a plug-in says so, or when a script's `form.submit()` takes the page away. The answers are read at the
 * announcement: pages clear their forms.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { keptAddress } from './campaign.ts'
import { config } from './config.ts'
import { answersOf } from './fields.ts'
import { listen, onLeave } from './guard.ts'
import { act } from './page.ts'

type View = Window & typeof globalThis
type Candidate = {
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
  done?: boolean | undefined
}

/** How long after the submit a request of the page may start, and how long it may take at most. */
const longestStart = 4000
const longestAnswer = 5000
const sameSubmit = 60_000
/** A script's submit takes the page away at once. */
const atOnce = 500
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

/** One for each form, the newest first. */
let open: Candidate[] = []
const candidateOf = (form: Element) => open.find((one) => one.form === form)

/** One clock for all windows, which no setting of the clock moves. */
const now = () => performance.timeOrigin + performance.now()

function announce(form: Element, event?: Event): Candidate | undefined {
  const fields = answersOf(form)
  // A control called `id` or `name` hides the property, never the attribute.
  const said = (name: string) => form.getAttribute(name) || undefined
  const kind = said('data-lt-form')
  const reachable = fields.some(({ value }) => /.@.|^\+?[\d ()./-]{6,}$/.test(value))
  if (form.closest(outside) || form.querySelector(signingIn) || !(kind || fields[0])) return undefined
  if (!reachable && (form.matches('[role=search]') || form.querySelector(searching))) return undefined
  const key = kind + JSON.stringify(fields)
  const before = candidateOf(form)
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
function confirm(sure: (candidate: Candidate) => unknown): void {
  open.forEach((candidate) => {
    if (candidate.done || !sure(candidate)) return
    candidate.done = true
    let { fields } = candidate.draft
    // A form that its own submit has put out of sight, and that nothing confirmed, was a step on the way to this one.
    open.forEach((step) => {
      if (step.done || !step.event || step.form.getClientRects()[0] || !step.form.matches(':valid')) return
      step.done = true
      fields = step.draft.fields.filter(({ name }) => !fields.some((each) => each.name === name)).concat(fields)
    })
    act({ ...candidate.draft, fields })
  })
}

/** A plug-in or an embed says that this form has been sent. */
export function sent(form: Element): void {
  confirm((one) => one.form === form)
}

/** Watches the forms of a window, those in open shadow roots included. */
export function watchForms(view: View): void {
  const roots = new WeakSet<Node>()
  const { document, performance } = view
  const { navigation } = view as { navigation?: Navigation }

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
  const requests = new view.PerformanceObserver((list) => judge(list.getEntries()))
  requests.observe({ type: 'resource' })

  const heard = (event: Event) => {
    const form = event.target as Element
    if (event.type === 'submit') return void announce(form, event)
    const before = candidateOf(form)
    const one = before?.event && now() < before.until ? before : announce(form)
    if (!one) return
    one.built = now()
    const { event: submit } = one
    const target = form.getAttribute('target')
    // A script's submit to another window or a frame leaves the page where it is.
    if (submit ? submit.eventPhase || submit.defaultPrevented : !(target && one.complete)) return
    one.refused = !!target && waits(form)
    if (!one.refused) sent(form)
  }
  const bind = (root: Node) => {
    if (!roots.has(root)) listen(root, 'submit formdata', heard)
    roots.add(root)
  }
  bind(document)
  // Submits do not leave a shadow root, but what comes before them does.
  listen(view, 'focusin click', (event) => bind((event.composedPath()[0] as Node).getRootNode()))

  /** Confirms what was built within so many ms in this window. */
  const left = (ms: number, sure: (one: Candidate) => unknown) =>
    confirm((one) => one.form.ownerDocument === document && now() - (one.built || 0) < ms && !one.refused && sure(one))
  if (navigation) {
    listen<NavigateEvent>(navigation, 'navigate', (event) => {
      if (!event.destination.sameDocument) left(atOnce, () => true)
    })
  }
  onLeave(() => {
    judge(requests.takeRecords())
    // Without a navigation API, leaving is all that shows of a script's submit.
    left(longestAnswer, (one) => (one.event ? one.complete : !navigation))
  }, view)
}
