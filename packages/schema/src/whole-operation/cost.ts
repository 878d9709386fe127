import { complexityFromQuery } from '@pothos/plugin-complexity'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { complexityLimits } from '../complexity.ts'
import type { RequestContext } from '../context.ts'

type Cost = ReturnType<typeof complexityFromQuery>

const MOST_KNOWN = 100

/** What an operation cost before, by the sizes of its pages: nothing else in a compiled operation multiplies. */
export type KnownCosts = Map<string, Cost>

/** Whether an operation stays within what its caller may ask for. The refusal itself is the ordinary execution's. */
export function isAffordable(
  known: KnownCosts,
  sizes: string,
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
): boolean {
  let cost = known.get(sizes)
  if (!cost) {
    cost = complexityFromQuery(document, { schema, ctx: context, variables })
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(sizes, cost)
  }
  const limits = complexityLimits(context)
  return cost.complexity <= limits.complexity && cost.depth <= limits.depth && cost.breadth <= limits.breadth
}
