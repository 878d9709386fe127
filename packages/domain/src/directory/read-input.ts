/** What a person typed or pasted, before any platform is asked. */
export type ReadInput =
  | { form: 'MALFORMED'; text: string }
  | { form: 'NO_HOST'; text: string }
  | { form: 'HANDLE'; handle: string }
  | { form: 'ADDRESS'; address: Address }

export interface Address {
  readonly host: string
  /** User information or a port of its own: nothing a platform's own addresses carry. */
  readonly irregular: boolean
  readonly path: string
  readonly query: ReadonlyMap<string, readonly string[]>
  /** The path after `#!/`, or null. */
  readonly hashBang: string | null
}

/** Longest input that is read, in UTF-16 units. */
export const longestInput = 2_000

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u
const scheme = /^[a-z][a-z0-9+.-]*:/i
const hostAndPort = /^[a-z0-9.-]+:\d{1,5}(?:[/?#]|$)/i
const plainHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/**
 * Tells an address from a bare handle. With a dot and without `@` a text is an address (`fema.gov`);
 * `@fema.gov` is a handle. `@user@instance` and `user@instance` are handles too.
 */
export function readInput(input: string): ReadInput {
  const text = input.length > longestInput ? '' : input.trim()
  if (text === '' || !isPlainText(text)) return { form: 'MALFORMED', text }
  if (scheme.test(text) && !hostAndPort.test(text)) return readAddress(text)
  if (text.startsWith('//')) return readAddress(`https:${text}`)
  if (text.startsWith('@')) return readHandle(text.slice(1))
  const looksLikeAddress = /[/?#]/.test(text) || (text.includes('.') && !text.includes('@'))
  return looksLikeAddress || hostAndPort.test(text) ? readAddress(`https://${text}`) : readHandle(text)
}

/** A backslash is refused because browsers read it as a slash and other programs do not. */
function isPlainText(text: string): boolean {
  return !/[\s\\\p{Surrogate}]/u.test(text) && !invisible.test(String.fromCodePoint(text.codePointAt(0) ?? 0))
}

function readHandle(handle: string): ReadInput {
  return handle === '' || /[/?#]/.test(handle) || invisible.test(handle)
    ? { form: 'MALFORMED', text: handle }
    : { form: 'HANDLE', handle }
}

function readAddress(text: string): ReadInput {
  const parts = /^https?:\/\/([^/?#]+)/i.exec(text)
  if (!parts || !URL.canParse(text))
    return { form: /^https?:\/\//i.test(text) ? 'NO_HOST' : 'MALFORMED', text }
  const authority = parts[1] ?? ''
  const url = new URL(text)
  // The written host is compared, not the parsed one: the URL standard drops invisible characters and
  // folds full-width letters in a host, so that a disguised host would come out as a real one.
  const written = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase()
  if (!plainHost.test(written) || /(?:^|\.)xn--/.test(written)) {
    return { form: 'NO_HOST', text }
  }
  return {
    form: 'ADDRESS',
    address: {
      host: written,
      irregular: authority.includes('@') || url.port !== '',
      path: url.pathname,
      query: readQuery(url.searchParams),
      hashBang: url.hash.startsWith('#!/') ? url.hash.slice(2) : null,
    },
  }
}

function readQuery(parameters: URLSearchParams): Map<string, string[]> {
  const query = new Map<string, string[]>()
  for (const [name, value] of parameters) query.set(name, [...(query.get(name) ?? []), value])
  return query
}

/** The segments of a path, percent-decoded once, or null when one of them is no plain text. */
export function decodeSegments(path: string): string[] | null {
  const segments: string[] = []
  for (const raw of path.split('/')) {
    const segment = decodeOnce(raw)
    if (segment === null || /[/\\?#]/.test(segment)) return null
    if (segment !== '') segments.push(segment)
  }
  return segments
}

function decodeOnce(raw: string): string | null {
  try {
    return decodeURIComponent(raw).trimEnd()
  } catch {
    return null
  }
}
