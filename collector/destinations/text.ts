/**
 * Strangers' words on their way into a mail: what could forge a header, imitate a section or turn a line round is taken
 * out; what is left is shown as it was written.
 */

/** Control characters, line and paragraph separators, direction marks and overrides, lone surrogates. */
const unruly = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu

/** The text on one line of at most `most` characters; what is cut off leaves a `…`. */
export function oneLine(text: string, most: number): string {
  const words = text.replace(unruly, ' ').replace(/\s+/g, ' ').trim()
  return cut(words, most)
}

/** The text with its own line breaks, and no more than one empty line between paragraphs. */
export function paragraphs(text: string, most: number): string {
  const lines = text.split(/\r\n|[\n\r\p{Zl}\p{Zp}]/u).map((line) => line.replace(unruly, ' ').trimEnd())
  const whole = lines.join('\n').replace(/\n{3,}/g, '\n\n')
  return cut(whole.trim(), most)
}

/** Cuts between characters, never within one. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
