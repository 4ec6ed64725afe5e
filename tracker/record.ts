/**
 * Every event passes here: it gets its id, time and address, and then goes out, waits or is forgotten, as consent says.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { keptAddress } from './campaign.ts'
import { config } from './config.ts'
import { type Allowed, type Choice, allowed, refusesTracking } from './consent.ts'
import { listen } from './guard.ts'
import { enqueue, flush, forgetEntries, resume } from './queue.ts'
import { randomId } from './random-id.ts'
import { choiceKept, forgetVisitor, isKnown, lookAgain, refuse, visitor } from './visitor.ts'

type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never
/** An event as it is noticed; where no time or address is given, they are those of now. */
export type Draft = Without<BrowserEvent, 'id' | 'at' | 'url'> & {
  readonly at?: number
  readonly url?: string | undefined
}
/** `<id>.<since>`; empty: counted, but not known again; nothing: not counted. Whoever answers something has heard enough. */
export type Hear = (kept: string | undefined) => unknown

let mode: string | undefined
let choice: Choice | '' | undefined
let signal: boolean
/** Who he is may still be told by the address he came with: another of the site's domains has marked the link. */
export let arriving = false
let held: BrowserEvent[] = []
let hearers: Hear[] = []

const state = (): Allowed => (arriving ? undefined : allowed(mode, choice, signal))

function admit(event: BrowserEvent): void {
  const now = state()
  if (now === 'granted') enqueue(event, visitor().slice(0, 22))
  else if (now === 'cookieless') enqueue(event)
  else if (!now) held.push(event)
  // Sent without agreeing to be followed: what he wrote, and nothing of how he came.
  else if (event.type === 'form' || event.type === 'booking')
    enqueue({ ...event, url: event.url?.replace(/\?[^#]*/, '') })
  // The landing waits for a yes, also after a first no: banners like to say "denied" before they ask.
  else if (event.type === 'page' && !held[0]) held.push(event)
}

function tell(): void {
  const now = state()
  const kept = now === 'granted' ? visitor().slice(0, 29) : now === 'cookieless' ? '' : undefined
  hearers = hearers.filter((hear) => !hear(kept))
}

/** Something has become known: the device is brought in line with it, and what waited is judged again. */
export function apply(): void {
  const now = state()
  const waiting = held
  held = []
  if (now === 'granted') {
    visitor(choice && '.1')
    resume()
  } else if (now) {
    // Written straight over the id: other tabs never see the device empty. Where nothing is kept without a yes, the no of
    // somebody who never said it need not be kept either.
    if (choice && (mode !== 'required' || isKnown())) refuse()
    else forgetVisitor()
    forgetEntries()
  }
  waiting.forEach(admit)
  tell()
}

export function record(draft: Draft): void {
  admit(JSON.parse(JSON.stringify({ url: keptAddress(location.href), at: Date.now(), ...draft, id: randomId() })))
}

/** Nothing is sent or kept until `know` tells under which mode, where the tag itself does not say. */
export function startRecording(): void {
  mode = config.consent
  arriving = /[?&]lt_t=/.test(location.search)
  choice = choiceKept()
  signal = refusesTracking(navigator)
  // What another tab keeps or forgets holds here as well.
  listen<StorageEvent>(window, 'storage', ({ key }) => {
    if (key && key !== config.key) return
    lookAgain()
    choice = choiceKept()
    apply()
  })
}

/** The collector has told the site's mode. */
export function know(told: string): void {
  mode = told
  apply()
}

/** Nothing more is awaited of the address that the visitor came with. */
export function arrive(): void {
  if (!arriving) return
  arriving = false
  apply()
}

export function choose(chosen: Choice): void {
  if (chosen === choice) return
  const note = () => record({ type: 'consent', state: chosen })
  // The last that is heard of a visitor who withdraws is that he does.
  if (chosen === 'denied' && isKnown()) note()
  flush()
  choice = chosen
  apply()
  if (chosen === 'granted') note()
}

/** Forgets who this is; what follows is somebody else's. */
export function reset(): void {
  flush()
  forgetVisitor()
  apply()
}

/** Tells of the visitor as soon as it is known whether he may be counted, and again whenever that changes. */
export function onVisitor(hear: Hear): void {
  hearers.push(hear)
  tell()
}
