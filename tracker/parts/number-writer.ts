/** Writes lent numbers over the published ones, in texts and `tel:` links, and puts the page's own back. */
import type { Swap } from '@leadtrail/shared/ask'
import { later, safely } from '../guard.ts'

const barred = 'script,style,textarea,[contenteditable],[data-lt-ignore]'
/** Visits so many nodes, which takes some ms on a slow machine, and rests ten times as long, whatever the page does. */
const stint = 2000
const rest = 50

/** What a text or a link said of its own, by what was last written over it. */
const changes = new WeakMap<Node, ReadonlyMap<string, string>>()
const waiting: Node[] = []
let swaps: readonly Swap[]
let timer: number | undefined
let observer: MutationObserver | undefined

/** From now on the page says the numbers that are lent: the first ones, others, or none. */
export function lend(lent: readonly Swap[]): void {
  if (!observer) {
    observer = new MutationObserver(safely(changed))
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['href'] })
  }
  swaps = lent
  look(document)
}

function changed(records: MutationRecord[]): void {
  records.forEach(({ addedNodes, target, type }) => (type === 'childList' ? addedNodes.forEach(look) : look(target)))
}

/** It is visited soon, and all that it holds. */
function look(node: Node): void {
  waiting.push(node)
  timer = timer || later(rest, work)
}

function work(): void {
  let node
  for (let left = stint; left && (node = waiting.pop()); left -= 1) visit(node)
  timer = waiting[0] && later(rest, work)
}

const visit = safely((node: Node) => {
  node.childNodes.forEach(look)
  const isText = node.nodeType === 3
  const element = (isText ? node.parentNode : node) as Element
  const holder = isText ? node : element.matches('[href^="tel:" i]') && element.getAttributeNode('href')
  if (!holder) return
  const said = holder.nodeValue || ''
  const own = changes.get(holder)?.get(said) || said
  const write = (text: string, swap: Swap) =>
    text.replace(RegExp(swap.find, 'g'), '$1' + (isText ? swap.shown : swap.e164))
  const lent = swaps.reduce(write, own)
  if (lent === said || element.closest(barred)) return
  changes.set(holder, new Map([[lent, own]]))
  holder.nodeValue = lent
})
