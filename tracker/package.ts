/**
 * `@leadtrail/tracker`: the tag for sites that are built from modules. It is the same tag as the script's, and speaks
 * through the same door, `window.lt`: there is one on a page, whatever is loaded. Importing it does nothing.
 */
import { configOf } from './config.ts'
import { tried } from './guard.ts'
import { start, theDoor } from './start.ts'

/** What the attributes of a script element say, as options. */
export type Options = {
  /** The site's key, which the set-up page shows. */
  readonly site: string
  /** Where the collector answers: `https://leads.example.com`, or a path of the site's own that leads there: `/anything`. */
  readonly host: string
  /** What may be kept before the visitor has said something. Default: what the site's settings say; it asks for them. */
  readonly consent?: 'required' | 'cookieless' | 'granted' | undefined
  /** All of the site's domains, to carry the visitor from one to the other. Default: only the page's own. */
  readonly domains?: readonly string[] | undefined
  /** `off`: no form is watched; `form()` alone tells of them. Default: `auto`. */
  readonly forms?: 'auto' | 'off' | undefined
  /** The consent banner to listen to, such as `cookiebot` or `onetrust:C0002`. Default: none; call `consent()`. */
  readonly cmp?: string | undefined
  /** `true`: the site has pools of telephone numbers to lend. Default: `false`. */
  readonly numbers?: boolean | undefined
}

/** A value of a trait or a property. */
export type Scalar = string | number | boolean | null

/** What is said of a person. Whatever is known; e-mail, phone and `id` tell people apart. */
export type Claim = {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  readonly company?: string | undefined
  /** The person's id in your own system. */
  readonly id?: string | undefined
  /** At most 50. */
  readonly traits?: Readonly<Record<string, Scalar>> | undefined
}

export type FieldType = 'email' | 'phone' | 'name' | 'company' | 'message' | 'choice' | 'number' | 'text'

/** An answer with the question it was given to. */
export type Field = {
  readonly value: Scalar
  /** Default: the key that it stands under. */
  readonly name?: string | undefined
  /** What the visitor read. */
  readonly label?: string | undefined
  /** What was asked for. Default: the collector tells it from name and label. */
  readonly type?: FieldType | undefined
}

/** A form that somebody has sent. */
export type Form = {
  /** By name, or as a list of fields with names. What is secret (cards, national ids) is masked. */
  readonly fields: Readonly<Record<string, Scalar | Field>> | readonly Field[]
  /** `contact`, `demo`, `download`, `newsletter`, …; it decides what the lead is worth. Default: told from page and fields. */
  readonly kind?: string | undefined
}

/**
 * Starts the tag, once; where there is one on the page already (the script's, or a second call), nothing happens. It does
 * not matter when it is called: what was said before it is kept. On a server nothing happens.
 *
 * @example
 * init({ site: 'SITE_KEY', host: 'https://leads.example.com', consent: 'required', cmp: 'cookiebot' })
 */
export function init(options: Options): void {
  if (!hasPage()) return
  tried(() => {
    const { site, host, consent, domains, forms, cmp, numbers } = options
    const data = { site, host, consent, forms, cmp, domains: domains && String(domains) }
    const config = configOf({ ...data, numbers: numbers ? '' : undefined }, location.href)
    if (config) start(config, () => import('./more.ts'))
  })
}

/**
 * Counts a view of the page as it is now. Changes of the path are counted without it, those of only query or hash are not.
 *
 * @example
 * page()
 */
export function page(): void {
  say('page')
}

/**
 * Records something that only this site knows of.
 *
 * @example
 * event('calculator used', { result: 42 })
 */
export function event(name: string, props?: Readonly<Record<string, Scalar>>): void {
  say('event', name, props)
}

/**
 * Says who the visitor is, when he has said so himself: signed in, ordered.
 *
 * @example
 * identify({ email: 'jane@acme.example', name: 'Jane Doe', company: 'Acme' })
 */
export function identify(claim: Claim): void {
  say('identify', claim)
}

/**
 * Records a form that was really sent, where nothing on the page shows it. Call it when your server has taken it.
 *
 * @example
 * form({ kind: 'contact', fields: { email: 'jane@acme.example', message: 'Please call' } })
 */
export function form(sent: Form): void {
  say('form', sent)
}

/**
 * What the visitor answered to your own consent banner. Call it when he answers, not on every page: it is remembered.
 *
 * @example
 * consent('granted')
 */
export function consent(choice: 'granted' | 'denied'): void {
  say('consent', choice)
}

/**
 * Forgets who the visitor is; what follows is somebody else's. For signing out on a machine that many use.
 *
 * @example
 * reset()
 */
export function reset(): void {
  say('reset')
}

/**
 * Calls back once, with the visitor's random id as soon as there is one: where he may be known again. `undefined`: he is
 * counted, but not known again.
 *
 * @example
 * visitor((id) => { checkout.leadtrail = id })
 */
export function visitor(callback: (id: string | undefined) => void): void {
  say('visitor', callback)
}

/** Through the door, which keeps what is said until the tag is there. */
function say(...call: unknown[]): void {
  if (hasPage()) tried(() => theDoor()(...call))
}

/** Servers that render pages have no document, though some have a window. */
const hasPage = () => typeof document !== 'undefined'
