/** Words in what people write: whole words and phrases, whatever their case, in any script. */

const compiled = new WeakMap<readonly string[], RegExp | undefined>()

/** Whether the text holds one of the words or phrases, neither inside a longer word nor across one: `leder` is not in `lederen`. */
export function hasWord(text: string, words: readonly string[]): boolean {
  if (!compiled.has(words)) compiled.set(words, patternOf(words))
  return compiled.get(words)?.test(comparable(text)) ?? false
}

const comparable = (text: string): string => text.normalize('NFC').toLowerCase()

function patternOf(words: readonly string[]): RegExp | undefined {
  const alternatives = words
    .map((word) => comparable(word).trim())
    .filter((word) => word.length > 0)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`))
  if (alternatives.length === 0) return undefined
  // \b knows only ASCII letters; a combining mark belongs to its letter.
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])(?:${alternatives.join('|')})(?![\p{L}\p{M}\p{N}])`, 'u')
}
