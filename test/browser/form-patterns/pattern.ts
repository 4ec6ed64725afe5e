/**
 * A form as it stands on real sites: its markup as plug-ins, builders and frameworks render it, what somebody fills in, and
 * the lead that must come of it. The markup is our own, modelled on what those products put on a page.
 */
import type { Page } from '@playwright/test'

/** A text or an option for the control; `true` checks a box or clicks a button on the way; a file's content for file inputs. */
export type Step = readonly [selector: string, value: string | true]

/** What a person said of themselves, as sales will read it, and how many answers there are in all. */
export type Lead = {
  readonly email?: string
  readonly phone?: string
  readonly name?: string
  readonly company?: string
  readonly message?: string
  readonly answers: number
}

export type FormPattern = {
  readonly name: string
  /** The body of the page. */
  readonly html: string
  /** Runs at the end of the body, as the page's own script. */
  readonly script?: string
  /** Other addresses of the site by path, with what they answer: frames, and what forms are sent to. */
  readonly pages?: Readonly<Record<string, string>>
  /** Addresses on other hosts, with what they answer. Nothing goes to the network. */
  readonly elsewhere?: Readonly<Record<string, string>>
  /** The frame in which the form stands. */
  readonly frame?: string
  readonly fill: readonly Step[]
  /** How many ms pass before the form is sent on: nobody fills in a form within a tenth of a second. */
  readonly pace?: number
  /** How many ms the visitor stays at least when there is no lead. */
  readonly stay?: number
  /** What is clicked to send it, or what else sends it. */
  readonly submit: string | ((page: Page) => Promise<unknown>)
  readonly expected: Lead | 'no lead'
  /** What must appear in no request to the collector and in no storage, whatever happens. */
  readonly canaries?: readonly string[]
}

/** Somebody who wants to buy. No value is part of another, and none occurs in markup. */
export const jane = {
  email: 'jane.canning@nordhavn.test',
  phone: '+45 70 20 12 34',
  name: 'Jane Canning',
  first: 'Jane',
  last: 'Canning',
  company: 'Nordhavn Pumper ApS',
  message: 'We need two slurry pumps before the end of May.',
} as const

type Part = 'email' | 'phone' | 'name' | 'company' | 'message'

/** What of Jane is expected, in so many answers. */
export function lead(answers: number, ...parts: readonly Part[]): Lead {
  return { ...Object.fromEntries(parts.map((part) => [part, jane[part]])), answers }
}

/** What form plug-ins of WordPress call on, as small as it gets: `on`, `trigger` (which makes no DOM events) and `ajax`. */
export const jQuery = `
  window.jQuery = window.$ = (() => {
    const heard = new WeakMap()
    const of = (target) => (typeof target === 'string' ? [...document.querySelectorAll(target)] : [target])
    const $ = (target) => typeof target === 'function' ? target($) : {
      on(types, run) {
        for (const node of of(target)) for (const type of types.split(' ')) {
          heard.set(node, [...(heard.get(node) || []), [type, run]])
          node.addEventListener(type, (event) => run.call(node, event) === false && (event.preventDefault(), event.stopPropagation()))
        }
        return this
      },
      trigger(type, said = []) {
        for (const node of of(target)) for (let at = node; at; at = at.parentNode)
          for (const [name, run] of heard.get(at) || []) if (name === type) run.call(at, { type, target: node }, ...said)
        return this
      },
      serialize: () => new URLSearchParams(new FormData(of(target)[0])).toString(),
    }
    $.ajax = ({ url, type = 'POST', data, success, error = () => {} }) => {
      const request = new XMLHttpRequest()
      request.open(type, url)
      request.setRequestHeader('X-Requested-With', 'XMLHttpRequest')
      if (typeof data === 'string') request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded')
      request.onload = () => request.status < 400 ? success(JSON.parse(request.responseText)) : error(request)
      request.send(data)
    }
    return $
  })()`
