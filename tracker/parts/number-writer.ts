/** Writes lent numbers over the published ones, in texts and `tel:` links, and puts the page's own back. */
import type { Swap } from '@leadtrail/shared/ask'
import { later, listen, safely } from '../guard.ts'
import { finderOf } from './number-finder.ts'

/** What a text or a link said before it was written over, and since. */
type Change = readonly [own: string, lent: string]

const barred = 'script,style,textarea,[contenteditable],[data-lt-ignore]'
/** Visits so many nodes, which takes some ms on a slow machine, and rests ten times as long, whatever the page does. */
const stint = 2000
const rest = 50
/** More than this do not wait. */
const most = 1e5

const changes = new WeakMap<Node, Change>()
let swaps: { readonly find: RegExp; readonly to: Swap['to'] }[]
let observer: MutationObserver | undefined
let waiting: Node[] = []
let timer: number | undefined

/** From now on the page says the numbers that are lent: the first ones, others, or none. */
export function lend(lent: readonly Swap[]): void {
  // A framework that takes over what the server wrote expects it untouched, and has done so by then.
  if (document.readyState !== 'complete') return listen(window, 'load', () => later(rest, () => lend(lent)))
  if (!observer && !lent[0]) return
  swaps = lent.map((swap) => ({ find: finderOf(swap), to: swap.to }))
  observer = observer || new MutationObserver(safely(changed))
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['href'] })
  look(document)
}

function changed(records: MutationRecord[]): void {
  records.forEach(({ addedNodes, target, type }) => (type === 'childList' ? addedNodes.forEach(look) : look(target)))
}

/** Its elements and texts are visited soon. */
function look(place: Node): void {
  if (waiting.length < most) collect(place, 5, waiting)
  timer = timer || later(rest, work)
}

function work(): void {
  waiting.splice(0, stint).forEach(visit)
  timer = waiting[0] && later(rest, work)
}

function collect(place: Node, what: number, into: Node[]): Node[] {
  const walk = document.createNodeIterator(place, what)
  for (let node; (node = walk.nextNode());) into.push(node)
  return into
}

const visit = safely((node: Node) => {
  const text = node.nodeType === 3
  const element = (text ? node.parentElement : node) as Element
  const link = element.closest('[href^="tel:" i]')
  if (link) {
    rewrite([link.getAttributeNode('href') as Attr], link, 'e164')
    rewrite(collect(link, 4, []), link, 'shown')
  } else if (text) rewrite([node], element, 'shown')
})

/** Reads the nodes as one text: a number may begin in one of them and end in another. */
function rewrite(nodes: Node[], element: Element, as: keyof Swap['to']): void {
  const own = nodes.map((node) => {
    const said = node.nodeValue || ''
    const change = changes.get(node)
    return change?.[1] === said ? change[0] : said
  })
  const text = own.join('')
  const letters = text.split('')
  swaps.forEach(({ find, to }) =>
    text.replace(find, (found: string, part: unknown, at: number) => {
      if (!part) letters.fill('', at, at + found.length)[at] = to[as]
      return ''
    }),
  )
  nodes.forEach((node, index) => {
    const was = own[index] || ''
    const lent = letters.splice(0, was.length).join('')
    if (lent === node.nodeValue || element.closest(barred)) return
    changes.set(node, [was, lent])
    node.nodeValue = lent
  })
}
