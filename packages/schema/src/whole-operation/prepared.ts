const MOST_KNOWN = 1000
const MOST_NAMED = 250

interface Known {
  readonly text: string
  name: string | undefined
}

let known = new Map<string, Known>()
let named = 0

/**
 * The name under which a statement stays prepared, from its second use on. Callers write the documents that statements
 * are made of, so only so many get names: each is kept on every connection for as long as that lives.
 */
export function preparedName(text: string): Readonly<Known> {
  const seen = known.get(text)
  if (seen) {
    if (seen.name === undefined && named < MOST_NAMED) seen.name = `whole_${++named}`
    return seen
  }
  // What has a name stays prepared, and keeps it.
  if (known.size >= MOST_KNOWN) known = new Map([...known].filter(([, { name }]) => name !== undefined))
  const fresh = { text, name: undefined }
  known.set(text, fresh)
  return fresh
}
