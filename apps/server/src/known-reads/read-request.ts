/** A GraphQL request as its body says it. */
export interface AskedRead {
  readonly query: string
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
}

const MEMBERS = new Set(['query', 'operationName', 'variables'])

/** Reads a body of a query, its operation's name and its variables; null for any other shape. */
export function readRequest(body: Buffer): AskedRead | null {
  const value = parse(body)
  if (!isObject(value) || !Object.keys(value).every((key) => MEMBERS.has(key))) return null
  const { query, operationName = null, variables } = value
  if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return null
  const given = variables ?? {}
  return isObject(given) ? { query, operationName, variables: given } : null
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
