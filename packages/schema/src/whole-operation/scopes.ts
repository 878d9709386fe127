import type { GraphQLField, GraphQLObjectType } from 'graphql'
import { UnsupportedError } from './unsupported.ts'

/**
 * Gathers the scopes that a type and its interfaces demand of everybody who reads one of its fields.
 *
 * @throws UnsupportedError for scopes that depend on more than who asks
 */
export function requireTypeScopes(scopes: Set<string>, type: GraphQLObjectType): void {
  requireScopes(scopes, type.extensions)
  for (const implemented of type.getInterfaces()) requireScopes(scopes, implemented.extensions)
}

/** The same for a field. */
export function requireFieldScopes(scopes: Set<string>, field: GraphQLField<unknown, unknown>): void {
  requireScopes(scopes, field.extensions)
}

// Each of these changes what scopes are asked for in ways that only Pothos follows.
const UNFOLLOWED = [
  'grantScopes',
  'skipTypeScopes',
  'skipInterfaceScopes',
  'runScopesOnType',
  'unauthorizedResolver',
]

function requireScopes(scopes: Set<string>, extensions: Readonly<Record<string, unknown>>): void {
  const options = extensions['pothosOptions']
  if (!isRecord(options)) return
  const unfollowed = UNFOLLOWED.find((name) => options[name] !== undefined)
  if (unfollowed) throw new UnsupportedError(unfollowed)
  const demanded = options['authScopes']
  if (demanded === undefined) return
  if (!isRecord(demanded)) throw new UnsupportedError('scopes of each record')
  for (const [name, value] of Object.entries(demanded)) {
    if (value !== true) throw new UnsupportedError(`the scope ${name}`)
    scopes.add(name)
  }
}

/** Whether a value is an object to be looked into. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
