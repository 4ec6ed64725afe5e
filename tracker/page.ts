/**
 * Page views: the first one, those of a router that changes the path, and a page that comes back from the back-forward
 * cache. A change of only query or hash is no view, and neither is a page that nobody has seen.
 */
import { keptAddress, withoutPeople } from './campaign.ts'
import { look, recordEngagement, startLooking, watchEngagement } from './engagement.ts'
import { later, listen, onLeave, safely } from './guard.ts'
import { type Draft, record } from './record.ts'
import { line } from './text.ts'

/** How long a router gets to settle on an address and a title, and how often one is looked for that does not tell. */
const settling = 200
const patience = 400

let page: string | undefined
let address: string | undefined
let viewedAt = 0
let timer = 0

/** What tells one page of the site from another: the path, and a route in the hash. */
const here = () => keptAddress(location.href, true)

function count(referrer?: string): void {
  recordEngagement(address)
  startLooking()
  page = here()
  address = keptAddress(location.href)
  viewedAt = Date.now()
  const said = keptAddress(document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || '')
  record({
    type: 'page',
    url: address || '',
    referrer,
    title: withoutPeople(line(document.title, 300)),
    canonical: said === page ? undefined : said,
  })
}

/** Records a view that was waiting for the router to finish, so that what follows stands behind it. */
function settle(): void {
  clearTimeout(timer)
  if (here() !== page) count(address)
  timer = 0
}

function moved(): void {
  if (!timer && here() !== page) timer = later(settling, settle)
}

/** Records what is done on a page, behind the view of that page. */
export function act(draft: Draft): void {
  settle()
  record(draft)
}

/** The site's own word that this is a view, unless it has just been counted. */
export function view(): void {
  settle()
  if (Date.now() - viewedAt > 1000) count(address)
}

export function watchPages(): void {
  watchEngagement()
  count(keptAddress(document.referrer))
  onLeave(() => {
    settle()
    look()
    recordEngagement(address)
  })
  listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return
    // Where only `pagehide` told of the leaving, the time away would count.
    startLooking()
    count()
  })
  // Where the browser does not tell of changes, they are looked for: the page's own history is nobody's to rewrite.
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation) listen(navigation, 'currententrychange', moved)
  else setInterval(safely(moved), patience)
}
