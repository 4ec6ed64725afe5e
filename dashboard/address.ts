/** The address bar as a signal: what it asks, and how a click or a setting changes it without loading the page anew. */
import { computed, signal } from '@preact/signals'
import { type Question, read, write } from './question.ts'

const here = () => ({ path: location.pathname, search: location.search, hash: location.hash })
const address = signal(here())

export const question = computed(() => read(address.value.path, address.value.search))
/** The event, or other place on the page, that the address points at. */
export const anchor = computed(() => address.value.hash.slice(1))

/** Goes to another view; Back returns. */
export function go(to: Question, place = ''): void {
  move(() => history.pushState(null, '', write(to) + (place && `#${place}`)))
}

/** Changes the view in place: a filter typed letter by letter is one step of the history, not ten. */
export function become(to: Question): void {
  move(() => history.replaceState(null, '', write(to) + location.hash))
}

function move(change: () => void): void {
  const before = location.pathname
  change()
  address.value = here()
  if (location.pathname !== before) scrollTo(0, 0)
}

/** Listens to Back, Forward and clicks on links that lead to one of the dashboard's own views. */
export function followAddress(): void {
  addEventListener('popstate', () => (address.value = here()))
  document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('a') : null
    if (!link || click.defaultPrevented || click.button !== 0) return
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return
    if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return
    const to = read(link.pathname, link.search)
    const samePage = link.pathname === location.pathname && link.search === location.search
    // A place on this very page: the browser itself goes there best.
    if (to.page === 'lost' || (samePage && link.hash)) return
    click.preventDefault()
    if (link.href !== location.href) go(to, link.hash.slice(1))
  })
}
