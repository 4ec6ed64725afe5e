/** How a page may write a published number: what the tag searches its texts and links for. */

/** The calling codes of one, two and three digits (ITU-T E.164). */
const codes = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|...)/
/** What may stand between two digits, in a text or in a link. */
const gap = '(?:\\W|%20)*'
/** With no more than this between them, digits belong to one number. */
const near = '[-. \\xa0]'
/** What stands before a number, so that it is not the end of another one: neither digit nor +, not even beyond a bracket. */
const before = String.raw`(?:^|[^-. \xa0+\d)]|(?:^|[^+\d)])[-. \xa0]|(?:^|[^+\d])\)[-. \xa0]?)`

/**
 * The source of an expression, for all of a text, that finds the number's digits, with or without the country's code and the
 * zero that some put before a national number. Its one group holds what stands before the number, and stays. The lent number
 * tells the country where the published one does not.
 */
export function patternOf(published: string, lent: string): string {
  const dialled = published.replaceAll(/[^+\d]/g, '').replace(/^00/, '+')
  const [code = '+x'] = codes.exec(dialled) ?? codes.exec(lent) ?? []
  const bare = code.slice(1)
  const digits = dialled.replace(code, '').replace(/^0/, '')
  const number = digits.split('').join(gap)
  // A bracket belongs to it where it closes within.
  const start = `(?:\\((?=[^)]{1,5}\\)))?(?:(?:\\+|00)${gap}${bare}${gap}|${bare}[-.]?)?(?:0${gap})?`
  return `(${before})${start}${number}(?!${near}?\\d)`
}
