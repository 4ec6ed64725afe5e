/** Phone numbers, as far as they can be told without the numbering plan of a country. */

/**
 * What is dialled: + and the digits where the number is given internationally (ITU-T E.164), else the digits alone.
 * Undefined for what is no number of 5 to 15 digits.
 */
export function dialledOf(number: string): string | undefined {
  const dialled = number.replaceAll(/[\s().\-/]/g, '').replace(/^00/, '+')
  return /^\+?\d{5,15}$/.test(dialled) ? dialled : undefined
}
