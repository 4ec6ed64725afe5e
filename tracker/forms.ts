/**
 * Forms that really were sent. A submit event only announces it: the page may still refuse. Sent it is when the browser
 * builds the native request (`formdata` after an event that nobody prevented), when a request of the page's own follows, or
 * when a script's `form.submit()` takes the page away. The answers are read at the announcement: pages clear their forms.
 */
import { keptAddress } from './campaign.ts'
import { answersOf, controlsOf } from './fields.ts'
import { later, listen } from './guard.ts'
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
}

export type Forms = {
  /** The page goes away: decides what is still open. */
  readonly leave: () => void
}

/** How long after the submit a request of the page may start, and how long until its answer is there. */
const longestStart = 4000
const longestAnswer = 20_000
const sameSubmit = 60_000
/** A script's submit takes the page away at once. */
const atOnce = 500
/** Requests that tell nothing about the form: measuring, prefetching, and checks that the visitor is no robot. */
const beside =
  /captcha|turnstile|challenge|analytics|collect|doubleclick|tagmanager|pixel|facebook|clarity|sentry|_rsc=/

/** `ours` is the collector's address: its requests are no answer to a form. */
export function watchForms(record: RecordEvent, ours: string): Forms {
  const open = new Map<HTMLFormElement, Candidate>()
  const sent = new Map<string, number>()
  const roots = new WeakSet<Node>()
  const now = () => performance.now()
  let requests: PerformanceObserver | undefined

  const announce = (form: HTMLFormElement, event?: Event): Candidate | undefined => {
    const fields = answersOf(form)
    const kind = attribute(form, 'data-lt-form')
    if (isNoLead(form) || !(kind || fields[0])) return undefined
    const answers = kind + JSON.stringify(fields)
    const before = open.get(form)
    const draft: Draft = {
      type: 'form',
      kind,
      form: describe(form),
      fields,
      at: Date.now(),
      url: keptAddress(location.href),
    }
    const reachable = fields.some(({ type, value }) => /^(em|ph)/.test(type || '') && /.@.|\d/.test(value))
    const candidate: Candidate = {
      draft,
      answers,
      // A second click: the request that confirms may have started after the first.
      since: before && before.answers === answers ? before.since : now(),
      until: now() + longestStart,
      event,
      complete: reachable && form.matches(':valid'),
    }
    open.set(form, candidate)
    later(longestAnswer, () => open.get(form) === candidate && close(form))
    return candidate
  }

  const close = (form: HTMLFormElement) => {
    open.delete(form)
    if (open.size || !requests) return
    requests.disconnect()
    requests = undefined
  }

  /** Records those of the open ones that are sure to have been sent, each once. */
  const confirm = (sure: (candidate: Candidate) => unknown) =>
    open.forEach((candidate, form) => {
      if (!sure(candidate)) return
      const { draft, answers } = candidate
      close(form)
      if (!(now() - (sent.get(answers) || -sameSubmit) < sameSubmit)) record(draft)
      sent.set(answers, now())
    })

  const judge = (entries: readonly PerformanceEntry[]) =>
    (entries as readonly PerformanceResourceTiming[]).forEach(({ initiatorType, name, startTime, responseStatus }) => {
      if (!/^(fetch|xml)/.test(initiatorType) || name.startsWith(ours) || beside.test(name) || responseStatus > 399)
        return
      confirm(({ event, since, until }) => event && startTime >= since && startTime < until)
    })

  const submitted = (event: Event) => {
    if (!isForm(event.target) || !announce(event.target, event) || requests) return
    requests = new PerformanceObserver((list) => judge(list.getEntries()))
    requests.observe({ type: 'resource' })
  }

  const built = ({ target }: Event) => {
    if (!isForm(target)) return
    const announced = open.get(target)
    const candidate = announced && announced.event ? announced : announce(target)
    if (!candidate) return
    const { event } = candidate
    if (event && !event.eventPhase && !event.defaultPrevented) confirm((other) => other === candidate)
    else candidate.builtAt = now()
  }

  const bind = (root: Node) => {
    if (roots.has(root)) return
    roots.add(root)
    listen(root, 'submit', submitted)
    listen(root, 'formdata', built)
  }
  bind(document)
  // Submits do not leave a shadow root, but what comes before them does.
  listen(window, 'focusin click', (event) => bind((event.composedPath()[0] as Node).getRootNode()))

  const { navigation } = window as { navigation?: Navigation }
  if (navigation) {
    listen<NavigateEvent>(navigation, 'navigate', ({ destination }) => {
      if (!destination.sameDocument) confirm(({ builtAt = -atOnce }) => now() - builtAt < atOnce)
    })
  }
  return {
    leave() {
      if (requests) judge(requests.takeRecords())
      // Without a navigation API, leaving is all that shows of a script's submit.
      confirm(({ event, complete, builtAt }) => builtAt && (event ? complete : !navigation))
    },
  }
}

function isForm(target: EventTarget | null): target is HTMLFormElement {
  return target instanceof HTMLFormElement
}

// A control called `id` or `name` hides the property, never the attribute.
function attribute(form: HTMLFormElement, name: string): string | undefined {
  return form.getAttribute(name) || undefined
}

function describe(form: HTMLFormElement) {
  const action = attribute(form, 'action')
  return {
    id: attribute(form, 'id'),
    name: attribute(form, 'name'),
    action: action && keptAddress(new URL(action, document.baseURI).href),
  }
}

/** Signing in and searching are no enquiries, and what is ignored is ignored. */
function isNoLead(form: HTMLFormElement): boolean {
  const odd = ({ type, name }: { type: string; name: string }) =>
    /^(password|search)$/.test(type) || /^(q|s|search)$/i.test(name)
  return !!form.closest('[data-lt-ignore],[role=search]') || controlsOf(form).some(odd)
}
