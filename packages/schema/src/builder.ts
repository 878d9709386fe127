import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import SubGraphPlugin from '@pothos/plugin-sub-graph'
import type PrismaTypes from '@official-accounts/db/generated/pothos-types'
import { getDatamodel } from '@official-accounts/db/generated/pothos-types'
import { GraphQLError } from 'graphql'
import { isRecordId } from '@official-accounts/domain/record-id'
import { complexityLimits, complexityRefusal, fieldComplexity } from './complexity.ts'
import type { RequestContext } from './context.ts'
import { RELAY_WORDS } from './relay-words.ts'

/** In which of the two schemas something appears; internal unless it says otherwise. */
export type SubGraph = 'public' | 'internal'

/** Both schemas: what anonymous callers reach, signed-in ones reach too. */
export const EVERYWHERE: SubGraph[] = ['public', 'internal']

/** A root field for signed-in callers alone. Root fields are public unless they say so: a test names the public ones. */
export const INTERNAL: { subGraphs: SubGraph[]; authScopes: { signedIn: true } } = {
  subGraphs: ['internal'],
  authScopes: { signedIn: true },
}

export interface SchemaTypes {
  Context: RequestContext
  PrismaTypes: PrismaTypes
  SubGraphs: SubGraph
  AuthScopes: { signedIn: boolean }
  Scalars: {
    DateTime: { Input: Date; Output: Date }
    Date: { Input: string; Output: Date | string }
    JSON: { Input: unknown; Output: unknown }
    ID: { Input: string; Output: string }
  }
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
}

/** The scopes a caller holds, by name. */
export function heldScopes({ actor }: RequestContext): Record<keyof SchemaTypes['AuthScopes'], boolean> {
  return { signedIn: actor.kind !== 'ANONYMOUS' }
}

// A forged id never reaches the database.
/** The one builder of the public and the internal schema. Types live in modules/, one folder a module. */
export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [ErrorsPlugin, RelayPlugin, ScopeAuthPlugin, ComplexityPlugin, PrismaPlugin, SubGraphPlugin],
  subGraphs: { defaultForTypes: ['internal'], fieldsInheritFromTypes: true },
  scopeAuth: {
    authScopes: heldScopes,
    runScopesOnType: true,
    unauthorizedError: () => new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } }),
  },
  errors: {
    directResult: true,
    defaultTypes: [],
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
      description: 'The record, or the reason why not.',
    },
  },
  complexity: { limit: complexityLimits, fieldComplexity, complexityError: complexityRefusal },
  prisma: {
    client: ({ actor, services }) => (actor.kind === 'ANONYMOUS' ? services.directory : services.read),
    dmmf: getDatamodel(),
    maxConnectionSize: 100,
    defaultConnectionSize: 20,
    onUnusedQuery: 'error',
    exposeDescriptions: false,
  },
  relay: {
    clientMutationId: 'omit',
    ...RELAY_WORDS,
    nodeTypeOptions: { subGraphs: EVERYWHERE, description: 'A record with a global id.' },
    pageInfoTypeOptions: { subGraphs: EVERYWHERE, description: 'Where a page of a list begins and ends.' },
    nodeQueryOptions: {
      subGraphs: EVERYWHERE,
      description: 'A record by its global id; null when there is none or you may not see it.',
      args: { id: { description: 'Global id.' } },
      resolve: (_root, { id }, _context, info, resolveNode) =>
        info.schema.getType(id.typename) && isRecordId(id.id) ? resolveNode(id) : null,
    },
    nodesQueryOptions: false,
    defaultConnectionTypeOptions: { subGraphs: EVERYWHERE },
    defaultEdgeTypeOptions: { subGraphs: EVERYWHERE },
  },
})

builder.queryType({ subGraphs: EVERYWHERE, description: 'Everything that can be read.' })
builder.mutationType({
  description: 'Everything that can be changed. Each answers with the record or a typed error.',
})
