import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import type { RequestContext } from '@official-accounts/schema/context'
import { personIdOf } from '@official-accounts/domain/access/actor'

// As little of a schema as shows what the server does around one; the product's own is tested elsewhere.
function schemaOf(audience: 'PUBLIC' | 'INTERNAL'): GraphQLSchema {
  const nested: GraphQLObjectType = new GraphQLObjectType({
    name: 'Nested',
    fields: () => ({
      next: { type: nested, resolve: () => ({}) },
      name: { type: GraphQLString, resolve: () => 'here' },
    }),
  })
  const shared = {
    audience: { type: GraphQLString, resolve: () => audience },
    nested: { type: nested, resolve: () => ({}) },
    hello: { type: GraphQLString, resolve: () => 'world' },
    fault: {
      type: GraphQLString,
      resolve: () => {
        throw new Error('secret detail at /etc/passwd')
      },
    },
  }
  const internal = {
    me: {
      type: GraphQLString,
      resolve: (_root: unknown, _args: unknown, { actor }: RequestContext) => personIdOf(actor),
    },
    acr: {
      type: GraphQLString,
      resolve: (_root: unknown, _args: unknown, { actor }: RequestContext) =>
        'acr' in actor ? actor.acr : null,
    },
    people: {
      type: new GraphQLList(GraphQLString),
      resolve: async (_root: unknown, _args: unknown, { services }: RequestContext) =>
        (await services.read.person.findMany()).map((person) => person.displayName),
    },
    slow: {
      type: GraphQLString,
      args: { seconds: { type: new GraphQLNonNull(GraphQLInt) } },
      resolve: async (_root: unknown, { seconds }: { seconds: number }, { services }: RequestContext) => {
        await services.read.$queryRaw`SELECT pg_sleep(${seconds})::text`
        return 'done'
      },
    },
  }
  const mutation = new GraphQLObjectType({
    name: 'Mutation',
    fields: { ping: { type: GraphQLString, resolve: () => 'pong' } },
  })
  return audience === 'PUBLIC'
    ? new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: shared }) })
    : new GraphQLSchema({
        query: new GraphQLObjectType({ name: 'Query', fields: { ...shared, ...internal } }),
        mutation,
      })
}

export const testSchemas = { publicSchema: schemaOf('PUBLIC'), internalSchema: schemaOf('INTERNAL') }
