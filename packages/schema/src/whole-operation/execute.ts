import { tablesOf } from '@official-accounts/db/tables'
import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { heldScopes } from '../builder.ts'
import { requestNow, type RequestContext } from '../context.ts'
import { keysetQuery, type PageArguments } from '../keyset.ts'
import { compile, type CompiledOperation, type CompiledRoot } from './compile.ts'
import type { Answer, VariableValues } from './compiling.ts'
import { isAffordable, type KnownCosts } from './cost.ts'
import { preparedName } from './prepared.ts'
import { render, type Binding, type RootRows } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** A request as GraphQL's own execution gets it. */
export interface WholeOperationRequest {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined
  readonly contextValue: RequestContext
}

/** The JSON text of `data`, or why the operation is to be executed the ordinary way. */
export type WholeAnswer = { readonly data: string } | { readonly ordinary: string }

interface Known {
  readonly compiled: CompiledOperation | UnsupportedError
  readonly costs: KnownCosts
}

interface KnownOperation {
  /** The variables that @include and @skip look at. */
  readonly flags: readonly string[]
  readonly variants: Map<string, Known>
}

const MOST_VARIANTS = 16
const known = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, KnownOperation>>()

/**
 * Answers an operation by one statement, under the reader's scopes, limits and rows. Whatever is not known here, is
 * refused or goes wrong is left to the ordinary execution, which has the words for it; a fault of the statement is
 * thrown.
 */
export async function executeWhole(request: WholeOperationRequest): Promise<WholeAnswer> {
  try {
    const { statement, write } = statementOf(request)
    const { actor, services } = request.contextValue
    const run = actor.kind === 'ANONYMOUS' ? services.statements.directory : services.statements.read
    return { data: write(await run(statement)) }
  } catch (error) {
    // What the caller did wrong is told by the ordinary execution, with its place in the document.
    if (error instanceof UnsupportedError || error instanceof GraphQLError) return { ordinary: error.message }
    throw error
  }
}

/** The one statement that answers a request, and what writes its answer. Throws for what executeWhole() leaves to others. */
export function statementOf(request: WholeOperationRequest) {
  const { schema, document, operationName, contextValue: context } = request
  const operation = getOperationAST(document, operationName)
  if (!operation) throw new UnsupportedError('no operation')
  const inputs = request.variableValues ?? {}
  const { variableValues, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs)
  if (errors) throw errors[0] ?? new UnsupportedError('variables')
  const { compiled, costs } = compiledOf(request, operation, variableValues)
  if (compiled instanceof UnsupportedError) throw compiled
  const held: Readonly<Record<string, boolean>> = heldScopes(context)
  for (const scope of compiled.scopes)
    if (held[scope] !== true) throw new UnsupportedError('a scope not held')
  const args = compiled.roots.map((root) => argumentsOf(root, variableValues))
  const sizes = args.map(({ first }) => String(first)).join()
  if (!isAffordable(costs, sizes, document, schema, inputs, context)) throw new UnsupportedError('its cost')
  const rows = compiled.roots.map(({ hot }, index) => rowsOf(hot, args[index] ?? {}, context))
  const binding: Binding = { context, rows, values: [] }
  const { name, text } = preparedName(render(compiled.statement, binding))
  return {
    statement: { name, text, values: binding.values },
    write: (columns: Answer['columns']) => compiled.write({ columns, binding }),
  }
}

function compiledOf(
  { schema, document, contextValue }: WholeOperationRequest,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): Known {
  const { flags, variants } = knownOperation(schema, document, operation)
  const variant = flags.map((name) => String(variables.coerced[name])).join()
  const seen = variants.get(variant)
  if (seen) return seen
  const tables = tablesOf(contextValue.services.read)
  const fresh = { compiled: tryCompile(schema, tables, document, operation, variables), costs: new Map() }
  if (variants.size >= MOST_VARIANTS) variants.clear()
  variants.set(variant, fresh)
  return fresh
}

function tryCompile(...args: Parameters<typeof compile>): CompiledOperation | UnsupportedError {
  try {
    // Its cost is counted for the first operation of a document.
    const several = args[2].definitions.filter(({ kind }) => kind === 'OperationDefinition').length > 1
    return several ? new UnsupportedError('several operations') : compile(...args)
  } catch (error) {
    if (error instanceof UnsupportedError) return error
    throw error
  }
}

function knownOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): KnownOperation {
  const ofSchema = known.get(schema) ?? new WeakMap<OperationDefinitionNode, KnownOperation>()
  known.set(schema, ofSchema)
  const seen = ofSchema.get(operation)
  if (seen) return seen
  const fresh = { flags: flagsOf(document), variants: new Map<string, Known>() }
  ofSchema.set(operation, fresh)
  return fresh
}

function flagsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive({ arguments: args }) {
      for (const { value } of args ?? []) if (value.kind === 'Variable') names.add(value.name.value)
    },
  })
  return [...names]
}

function argumentsOf({ field, node }: CompiledRoot, variables: VariableValues): PageArguments {
  return getArgumentValues(field, node, variables)
}

function rowsOf(hot: CompiledRoot['hot'], args: PageArguments, context: RequestContext): RootRows {
  const page = hot.kind === 'PAGE' ? keysetQuery(args, hot.order(args)) : null
  return { where: hot.where(args, context.actor, requestNow(context)), page }
}
