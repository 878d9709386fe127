import type { ComplexityErrorFn } from '@pothos/plugin-complexity'
import { getNullableType, GraphQLError, isListType, type GraphQLField } from 'graphql'
import type { RequestContext } from './context.ts'

const LIST_COST = 10

/** What an operation may cost, by caller: strangers least, signed-in people and programs more. */
export function complexityLimits({ actor }: RequestContext): {
  complexity: number
  depth: number
  breadth: number
} {
  if (actor.kind === 'ANONYMOUS') return { complexity: 6_000, depth: 10, breadth: 150 }
  return { complexity: 20_000, depth: 12, breadth: 400 }
}

/** One for the field, and what is below it times the size of the page that was asked for. */
export function fieldComplexity(
  args: Readonly<Record<string, unknown>>,
  _context: RequestContext,
  field: GraphQLField<unknown, RequestContext, Record<string, unknown>>,
): { field: number; multiplier: number } {
  return { field: 1, multiplier: multiplierOf(args, field) }
}

function multiplierOf(
  args: Readonly<Record<string, unknown>>,
  field: GraphQLField<unknown, RequestContext, Record<string, unknown>>,
): number {
  // edges and nodes were counted at the connection that holds them.
  if (field.name === 'edges' || field.name === 'nodes') return 1
  const asked = args['first'] ?? args['last']
  if (typeof asked === 'number') return Math.max(1, asked)
  return isListType(getNullableType(field.type)) ? LIST_COST : 1
}

/** The error an operation over its limit gets: which limit, what it cost. */
export const complexityRefusal: ComplexityErrorFn = (kind, result) => {
  const { cost, limit } = {
    Complexity: { cost: result.complexity, limit: result.maxComplexity },
    Depth: { cost: result.depth, limit: result.maxDepth },
    Breadth: { cost: result.breadth, limit: result.maxBreadth },
  }[kind]
  const measure = kind.toLowerCase()
  return new GraphQLError(`This operation has a ${measure} of ${cost}; the limit is ${limit}.`, {
    extensions: { code: 'COMPLEXITY', measure, cost, limit },
  })
}
