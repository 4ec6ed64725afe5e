/** Where a text holds a published number, however it writes it. */
import type { Swap } from '@leadtrail/shared/ask'

/** The calling codes of one, two and three digits (ITU-T E.164). */
const codes = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|...)/
/** What may stand between two digits, in a text or in a link. */
const gap = '(?:\\W|%20)*'
/** With no more than this between them, digits belong to one number. */
const near = '[-. \\xa0]?'

/**
 * Finds its digits, with or without the country's code and the zero that some put before a national number. The first group
 * holds what makes it the end of another number: then it is not meant.
 */
export function finderOf({ from, to }: Swap): RegExp {
  const dialled = from.replace(/[^+\d]/g, '').replace(/^00/, '+')
  const [code = '+x'] = codes.exec(dialled) || codes.exec(to.e164) || []
  const bare = code.slice(1)
  const number = dialled.replace(code, '').replace(/^0/, '').split('').join(gap)
  // A bracket belongs to it where it closes within.
  const start = `(?:\\((?=[^)]{1,5}\\)))?(?:(?:\\+|00)${gap}${bare}${gap}|${bare}[-.]?)?(?:0${gap})?`
  return new RegExp(`([+\\d]\\)?${near})??${start}${number}(?!${near}\\d)`, 'g')
}
