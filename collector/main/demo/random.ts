/** Seeded chance: the same words give the same numbers, on every machine and in every year. */

/** The next number, from 0 up to 1. */
export type Random = () => number

/** A source of its own for each thing that words name, so that a change in one story moves no other. */
export function randomOf(...words: readonly (string | number)[]): Random {
  const text = words.join(' ')
  let [a, b, c, d] = [hash(text, 0x9e3779b9), hash(text, 0x243f6a88), hash(text, 0xb7e15162), 1]
  // The generator sfc32 of Chris Doty-Humphrey's PractRand: 96 bits of state and a counter.
  const next = (): number => {
    const result = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    return (result >>> 0) / 2 ** 32
  }
  for (let turn = 0; turn < 12; turn += 1) next()
  return next
}

/** FNV-1a with a start of one's own. */
function hash(text: string, start: number): number {
  let value = start | 0
  for (let place = 0; place < text.length; place += 1) value = Math.imul(value ^ text.charCodeAt(place), 0x01000193)
  return value
}

/** Whether it happens, that in so many of all cases does. */
export const chance = (random: Random, share: number): boolean => random() < share

/** A whole number; both ends are possible. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

/** A number around the median, skewed to the right as waiting times and sizes are; `factor` 2 means mostly half to double. */
export function around(random: Random, median: number, factor: number): number {
  // Sum of uniform numbers: near enough to a normal one, and never extreme.
  const normal = (random() + random() + random() + random() - 2) * 1.73
  return median * factor ** normal
}

/** A share of an expected number as a whole one: 2.3 is 2, and 3 in three of ten cases. */
export const roughly = (random: Random, expected: number): number => Math.floor(expected + random())

export function pick<Item>(random: Random, list: readonly Item[]): Item {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('there is nothing to pick from')
  return found
}

/** Items with their weights. */
export type Weighted<Item> = readonly (readonly [weight: number, item: Item])[]

export function weighted<Item>(random: Random, list: Weighted<Item>): Item {
  let left = random() * list.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, item] of list) {
    left -= weight
    if (left < 0) return item
  }
  const last = list.at(-1)
  if (!last) throw new Error('there is nothing to pick from')
  return last[1]
}

/** So many letters and digits. */
export function letters(random: Random, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
}
