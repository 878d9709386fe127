import { markWords } from './mark-words.ts'

interface MarkedTextProps {
  readonly text: string
  readonly words: readonly string[]
}

/** A text with the words that were looked for marked in it. */
export function MarkedText({ text, words }: MarkedTextProps) {
  return (
    <>
      {markWords(text, words).map((part, at) =>
        part.found ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
      )}
    </>
  )
}
