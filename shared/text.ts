/** Text that both databases can keep: well-formed UTF-16 without NUL. */
import { z } from 'zod'

export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0'), 'holds a NUL character')
    .refine(isWellFormed, 'holds a lone surrogate')

/** The same value with all texts in it without NUL and halves of surrogate pairs, which no database keeps. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]|\0/g, (found) => (found[1] ? found : ''))
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [wellFormed(key), wellFormed(each)]))
}

function isWellFormed(value: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)
}
