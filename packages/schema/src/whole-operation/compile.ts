import {
  getNamedType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Table } from '@official-accounts/db/tables'
import type { Write } from './cells.ts'
import type { Answer, Compiling, VariableValues } from './compiling.ts'
import { isHotRoot, type HotRoot } from './hot-root.ts'
import { membersWriter } from './object.ts'
import { pageWriter } from './page.ts'
import { recordWriter } from './record.ts'
import { compact, joinSql, sql, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** A root field of a compiled operation. */
export interface CompiledRoot {
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  readonly hot: HotRoot
}

/** An operation as one statement, for every request that includes and skips the same. */
export interface CompiledOperation {
  readonly roots: readonly CompiledRoot[]
  /** What the reader has to hold for it to run at all. */
  readonly scopes: ReadonlySet<string>
  readonly statement: Sql
  /** Makes the JSON text of `data` of what the statement answered. */
  readonly write: Write<Answer>
}

/**
 * Compiles a query whose root fields have all been declared hot.
 *
 * @throws UnsupportedError for everything it does not know
 */
export function compile(
  schema: GraphQLSchema,
  tables: ReadonlyMap<string, Table>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): CompiledOperation {
  const type = schema.getQueryType()
  if (operation.operation !== 'query' || !type) throw new UnsupportedError(operation.operation)
  if (operation.directives?.length) throw new UnsupportedError('directives of an operation')
  let aliases = 0
  const compiling: Compiling = {
    schema,
    tables,
    fragments: fragmentsOf(document),
    variables,
    scopes: new Set(),
    columns: [],
    alias: () => `t${aliases++}`,
  }
  const roots: CompiledRoot[] = []
  const write = membersWriter<Answer>(compiling, type, [operation], (field, nodes) => {
    const root = rootOf(field, nodes)
    roots.push(root)
    return rootWriter(compiling, root, roots.length - 1, nodes)
  })
  if (roots.length === 0) throw new UnsupportedError('an operation without records')
  const statement = compact(sql`select ${joinSql(compiling.columns, ',')}`)
  return { roots, scopes: compiling.scopes, statement, write }
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one] as const] : [])),
  )
}

function rootOf(field: GraphQLField<unknown, unknown>, [node]: readonly FieldNode[]): CompiledRoot {
  const { wholeOperation, pothosArgMappers } = field.extensions
  const plain = Array.isArray(pothosArgMappers) && pothosArgMappers.length === 0
  if (!node || !plain || !isHotRoot(wholeOperation)) throw new UnsupportedError(`the root ${field.name}`)
  return { field, node, hot: wholeOperation }
}

function rootWriter(
  compiling: Compiling,
  { field, hot }: CompiledRoot,
  index: number,
  nodes: readonly FieldNode[],
): Write<Answer> {
  const type = getNamedType(field.type)
  const table = compiling.tables.get(hot.model)
  if (!isObjectType(type) || !table) throw new UnsupportedError(`the root ${field.name}`)
  return hot.kind === 'PAGE'
    ? pageWriter(compiling, type, table, index, nodes)
    : recordWriter(compiling, field.type, type, table, index, nodes)
}
