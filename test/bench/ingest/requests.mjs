/**
 * What visitors of a company's site send, as requests ready for a socket: pages with and without a campaign, engagement,
 * clicks and forms. The bytes are made once; before each sending only the ids in them are written over.
 */
import { randomFillSync } from 'node:crypto'

const ID_LENGTH = 22
/** No other part of a request looks like these. */
const EVENT_ID = 'I'.repeat(ID_LENGTH)
const VISITOR_ID = 'V'.repeat(ID_LENGTH)

const site = 'https://nordbor.example'
const title = 'Core drills and boring equipment – Nordbor'
const pages = [
  '/',
  '/cases',
  '/cases/harbour-tunnel-cores',
  '/cases/north-sea-wells',
  '/blog/how-to-choose-a-core-drill',
  '/products/core-drills/kb-450-hydraulic',
  '/about/people',
  '/pricing',
  '/contact',
]
const landings = [
  { query: '' },
  { query: '', referrer: 'https://www.google.com/' },
  { query: '', referrer: 'https://www.linkedin.com/feed/' },
  { query: '?utm_source=google&utm_medium=cpc&utm_campaign=boreutstyr&gclid=EAIaIQobChMIq7mK4p_FhAMV' },
  { query: '?utm_source=newsletter&utm_medium=email&utm_campaign=spring-2025&utm_content=header' },
  { query: '', referrer: 'https://trade-journal.example/articles/drilling-in-hard-rock?page=2' },
]
const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
]

const TEMPLATES = 1000
/** Of 1,000 requests so many are a visitor's first, so that he sends about ten events in all, in small or in large batches. */
const firstVisits = (batch) => (batch === 1 ? 150 : 700)

const of = (list, place) => list[place % list.length]

/** Of 1,000 events after a landing: 770 pages, 200 engagements, 20 files, 5 phone links, 5 forms. */
function laterEvent(nth) {
  const url = site + of(pages, nth * 7)
  const share = (nth * 337) % 1000
  if (share < 770) return { type: 'page', url, title, referrer: `${site}/` }
  if (share < 970) return { type: 'engagement', url, engagedMs: 1000 + (nth % 90) * 370, scroll: nth % 101 }
  if (share < 990)
    return { type: 'click', url, kind: 'download', target: `${site}/brochure.pdf`, label: 'Brochure (PDF)' }
  if (share < 995) return { type: 'click', url, kind: 'tel', target: 'tel:+4570123456', label: '+45 70 12 34 56' }
  const fields = [
    { name: 'name', label: 'Your name', type: 'name', value: 'Ida Holm' },
    { name: 'email', label: 'E-mail', type: 'email', value: `${VISITOR_ID}@customer.example` },
    { name: 'message', label: 'How can we help?', type: 'message', value: 'We look for a drill for 450 mm cores.' },
  ]
  return {
    type: 'form',
    url: `${site}/contact`,
    kind: 'contact',
    form: { id: 'contact', action: `${site}/thanks` },
    fields,
  }
}

function landing(place) {
  const { query, referrer } = of(landings, place)
  const url = site + of(pages, place) + query
  return { type: 'page', url, title, ...(referrer && { referrer }) }
}

/** Bodies of requests, with marks where the ids go. */
function bodiesOf(batch) {
  const now = Date.now()
  let later = 0
  return Array.from({ length: TEMPLATES }, (_, place) => {
    const isFirst = (place * 411) % TEMPLATES < firstVisits(batch)
    const events = Array.from({ length: batch }, (_, nth) => ({
      id: EVENT_ID,
      at: now - (batch - nth) * 4000,
      ...(isFirst && nth === 0 ? landing(place) : laterEvent((later += 1))),
    }))
    return { isFirst, text: JSON.stringify({ v: 1, site: 'demo', visitor: VISITOR_ID, sent: now, events }) }
  })
}

/** A request as a browser's `fetch` with keepalive makes it. */
function templateOf({ isFirst, text }, place, port) {
  const body = Buffer.from(text)
  const head = [
    'POST /e HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: keep-alive',
    `Content-Length: ${body.length}`,
    `User-Agent: ${of(agents, place)}`,
    'Content-Type: text/plain;charset=UTF-8',
    'Accept: */*',
    `Origin: ${site}`,
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Dest: empty',
    `Referer: ${site}/`,
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Accept-Language: da-DK,da;q=0.9,en;q=0.8',
  ]
  const bytes = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
  return { bytes, isFirst, eventIds: placesOf(bytes, EVENT_ID), visitorIds: placesOf(bytes, VISITOR_ID) }
}

function placesOf(bytes, mark) {
  const places = []
  for (let place = bytes.indexOf(mark); place >= 0; place = bytes.indexOf(mark, place + ID_LENGTH)) places.push(place)
  return places
}

/** Visitors of one server. Those who come back are among the last few thousand that were there. */
export function visitors() {
  const REMEMBERED = 4096
  const ids = Buffer.alloc(REMEMBERED * ID_LENGTH)
  let known = 0
  return {
    /** Writes a new visitor's id, or one that was there, to these places. */
    write(isFirst, bytes, places) {
      const isNew = isFirst || known === 0
      const slot = isNew ? known % REMEMBERED : Math.floor(Math.random() * Math.min(known, REMEMBERED))
      if (isNew) {
        writeRandomId(ids, slot * ID_LENGTH)
        known += 1
      }
      for (const place of places) ids.copy(bytes, place, slot * ID_LENGTH, (slot + 1) * ID_LENGTH)
    },
    count: () => known,
  }
}

const alphabet = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
const random = Buffer.alloc(64 * 1024)
let used = random.length

/** 132 random bits, as the tag makes them: an index has to take them in at any place. */
function writeRandomId(bytes, place) {
  if (used + ID_LENGTH > random.length) {
    randomFillSync(random)
    used = 0
  }
  for (let nth = 0; nth < ID_LENGTH; nth += 1) bytes[place + nth] = alphabet[random[used + nth] & 63]
  used += ID_LENGTH
}

/** Requests of one kind, for all connections to a server. */
export function templates(batch, port) {
  return bodiesOf(batch).map((body, place) => templateOf(body, place, port))
}

/** The requests of one connection. The bytes that `next()` answers stay as they are until it is called again. */
export function requests(all, from, known) {
  const room = Buffer.alloc(Math.max(...all.map(({ bytes }) => bytes.length)))
  let turn = from * 13
  return {
    next() {
      const { bytes, isFirst, eventIds, visitorIds } = of(all, turn)
      turn += 1
      bytes.copy(room)
      for (const place of eventIds) writeRandomId(room, place)
      known.write(isFirst, room, visitorIds)
      return room.subarray(0, bytes.length)
    },
  }
}
