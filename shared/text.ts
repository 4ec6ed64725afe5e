/** Text that both databases can keep: well-formed UTF-16 without NUL. */
import { z } from 'zod'

export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0'), 'holds a NUL character')
    .refine(isWellFormed, 'holds a lone surrogate')

function isWellFormed(value: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)
}
