/** What somebody typed, as a search understands it. */
export interface SearchWords {
  /** In small letters, without what surrounds a pasted address or handle. */
  readonly words: readonly string[]
  /**
   * A pattern for each word, the longest first, which leave an index the fewest rows. One or two letters are looked
   * for at the beginning of a word alone.
   */
  readonly patterns: readonly string[]
  /** For each word the pattern of a word that begins so. */
  readonly beginnings: readonly string[]
}

const MOST_WORDS = 8

/** Splits a text into the words to look for; null when it has none. Words beyond the eighth are left out. */
export function readSearchWords(text: string): SearchWords | null {
  const words = text.toLowerCase().split(/\s+/).map(plainWord).filter(Boolean).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const patterns = words.toSorted((a, b) => b.length - a.length).map(pattern)
  return { words, patterns, beginnings: words.map(beginning) }
}

// A pasted address stands in the records with https and without a slash at its end, a handle without its sign.
function plainWord(word: string): string {
  return word
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/^@/, '')
    .replace(/\/+$/, '')
}

function pattern(word: string): string {
  return word.length < 3 ? beginning(word) : `%${literal(word)}%`
}

function beginning(word: string): string {
  return `% ${literal(word)}%`
}

function literal(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
