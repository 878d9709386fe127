/** A part of a text, and whether it is one of the words that were looked for. */
export interface TextPart {
  readonly text: string
  readonly found: boolean
}

/** Splits a text at the words a search found; the parts in order make the text again. */
export function markWords(text: string, words: readonly string[]): TextPart[] {
  const wanted = words.filter(Boolean).map(literal)
  if (wanted.length === 0) return text === '' ? [] : [{ text, found: false }]
  // With one group in it, split() gives what stands between and what was found in turn.
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'gi'))
    .map((part, at) => ({ text: part, found: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}

function literal(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
