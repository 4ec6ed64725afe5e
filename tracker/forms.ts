/**
 * Forms that really were sent. A submit event only announces it: the page may still refuse. Sent it is when the browser
 * builds the native request (`formdata` after an event that nobody prevented), when a request of the page's own follows,
 * when a plug-in says so, or when a script's `form.submit()` takes the page away. The answers are read at the
 * announcement: pages clear their forms.
 */
import type { Answer, BrowserEvent } from '@leadtrail/shared/event'
import { keptAddress } from './campaign.ts'
import { config } from './config.ts'
import { answersOf } from './fields.ts'
import { listen, onLeave } from './guard.ts'
import { act } from './page.ts'

type View = Window & typeof globalThis
type Candidate = {
  readonly draft: Omit<Extract<BrowserEvent, { type: 'form' }>, 'id'>
  /** Tells a second click from other answers. */
  readonly key: string
  /** When a request that confirms it may have started, on the window's monotonic clock. */
  readonly since: number
  readonly until: number
  /** Absent when no submit event announced it. */
  readonly event: Event | undefined
  /** On a page that goes away this is enough: the answers pass the form's own checks and say how to reach somebody. */
  readonly complete: boolean
  /** The answer goes neither to this window nor to the page's own script. */
  readonly elsewhere: boolean
  /** When a script or the browser last collected its fields. */
  built?: number
  done?: boolean | undefined
}
type Sure = (candidate: Candidate, form: Element) => unknown

/** How long after the submit a request of the page may start, and how long until its answer is there. */
const longestStart = 4000
const longestAnswer = 20_000
const sameSubmit = 60_000
/** A script's submit takes the page away at once. */
const atOnce = 500
/** Requests that tell nothing about the form: measuring, prefetching, and checks that the visitor is no robot. */
const beside = /captcha|turnstile|analytics|collect|doubleclick|pixel|facebook|clarity|_rsc=/
/** Signing in and searching are no enquiries, and what is ignored is ignored. */
const outside = '[data-lt-ignore],[role=search],[method=dialog]:not([data-lt-form])'
const inside = '[type=password],[type=search],[name=q],[name=s],[name=search]'

/** Whether a form waits for the word of the plug-in that made it. */
let waits: (form: Element) => boolean = () => false
/** Somebody listens to plug-ins, and tells which forms are theirs. */
export function heed(isTheirs: (form: Element) => boolean): void {
  waits = isTheirs
}

/** One for each window. */
const confirmations: ((sure: Sure) => void)[] = []

/** A plug-in or an embed says that this form has been sent. */
export function sent(form: Element): void {
  confirmations.forEach((confirm) => confirm((_, each) => each === form))
}

/** Watches the forms of a window, those in open shadow roots included. */
export function watchForms(view: View): void {
  const open = new Map<Element, Candidate>()
  const roots = new WeakSet<Node>()
  const { navigation } = view as { navigation?: Navigation }
  const now = () => view.performance.now()

  const announce = (form: Element, event?: Event): Candidate | undefined => {
    const fields = answersOf(form)
    // A control called `id` or `name` hides the property, never the attribute.
    const said = (name: string) => form.getAttribute(name) || undefined
    const kind = said('data-lt-form')
    if (form.closest(outside) || form.querySelector(inside) || !(kind || fields[0])) return undefined
    const key = kind + JSON.stringify(fields)
    const before = open.get(form)
    // A second click: the request that confirms may have started after the first.
    const again = before?.key === key && now() - before.since < sameSubmit ? before : undefined
    const candidate: Candidate = {
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
      since: again?.since ?? now(),
      until: now() + longestStart,
      event,
      complete: form.matches(':valid') && fields.some((each) => /.@.|^\+?[\d ()./-]{6,}$/.test(each.value)),
      elsewhere: /^(_b|[^_])/.test(said('target') || ''),
      done: again?.done,
    }
    open.set(form, candidate)
    return candidate
  }

  /** Records those that are sure to have been sent, each once. */
  const confirm = (sure: Sure) =>
    open.forEach((candidate, form) => {
      if (candidate.done || !sure(candidate, form)) return
      candidate.done = true
      const steps: Answer[] = []
      // A form that its own submit has put out of sight, and that nothing confirmed, was a step on the way to this one.
      open.forEach((other, step) => {
        if (other.done || !other.event || step.getClientRects()[0] || !step.matches(':valid')) return
        other.done = true
        steps.push(...other.draft.fields)
      })
      act({ ...candidate.draft, fields: steps.concat(candidate.draft.fields) })
    })
  confirmations.push(confirm)

  const judge = (entries: PerformanceEntryList) =>
    (entries as PerformanceResourceTiming[]).forEach((entry) => {
      const { name, startTime } = entry
      if (
        /^(fetch|xml)/.test(entry.initiatorType) &&
        !(entry.responseStatus > 399 || name.startsWith(config.host) || beside.test(name))
      )
        confirm((one, form) => one.event && !waits(form) && startTime >= one.since && startTime < one.until)
    })
  const requests = new view.PerformanceObserver((list) => judge(list.getEntries()))

  const heard = (event: Event) => {
    const form = event.target as Element
    if (event.type === 'submit') {
      announce(form, event)
      return requests.observe({ type: 'resource' })
    }
    const before = open.get(form)
    const one = before?.event && now() < before.until ? before : announce(form)
    if (!one) return
    one.built = now()
    const { event: submit, elsewhere } = one
    if (submit ? submit.eventPhase || submit.defaultPrevented : !(elsewhere && one.complete)) return
    if (!(elsewhere && waits(form))) sent(form)
  }
  const bind = (root: Node) => {
    if (!roots.has(root)) listen(root, 'submit formdata', heard)
    roots.add(root)
  }
  bind(view.document)
  // Submits do not leave a shadow root, but what comes before them does.
  listen(view, 'focusin click', (event) => bind((event.composedPath()[0] as Node).getRootNode()))

  const builtWithin = (one: Candidate, ms: number) => one.built && now() - one.built < ms
  if (navigation) {
    listen<NavigateEvent>(navigation, 'navigate', (event) => {
      if (!event.destination.sameDocument) confirm((one) => builtWithin(one, atOnce))
    })
  }
  onLeave(() => {
    judge(requests.takeRecords())
    // Without a navigation API, leaving is all that shows of a script's submit.
    confirm((one) => builtWithin(one, longestAnswer) && (one.event ? one.complete : !navigation))
  }, view)
}
