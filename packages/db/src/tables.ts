import * as enums from './generated/client/enums.ts'
import type { Prisma, PrismaClient } from './generated/client/client.ts'
import { getDatamodel } from './generated/pothos-types.ts'

/** A model's name in Prisma and in GraphQL alike. */
export type ModelName = Prisma.ModelName

/** A column as SQL names it, and what it holds. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly isList: boolean
  readonly isRequired: boolean
  readonly isUnique: boolean
  /** An enum's values; null for everything else. */
  readonly values: readonly string[] | null
}

/** How a model's row finds those of another: `own` is a column here, `theirs` one there. */
export interface Relation {
  readonly model: ModelName
  readonly isList: boolean
  readonly own: string
  readonly theirs: string
  /** Whether every row here has one there. */
  readonly isRequired: boolean
}

/** A table or view, with its columns and relations by the names Prisma has for them. */
export interface Table {
  readonly name: string
  readonly id: string
  readonly columns: ReadonlyMap<string, Column>
  readonly relations: ReadonlyMap<string, Relation>
}

interface RuntimeModel {
  readonly dbName?: string | null
  readonly fields: readonly { readonly name: string; readonly dbName?: string }[]
}

const MODELS = getDatamodel().datamodel.models

type ModelField = (typeof MODELS)[string]['fields'][number]
type ColumnNames = ReadonlyMap<string, string>

const read = new WeakMap<object, ReadonlyMap<string, Table>>()

/** Every table behind a client's models, for statements that are not Prisma's. Keys are single columns here. */
export function tablesOf(client: PrismaClient): ReadonlyMap<string, Table> {
  const { _runtimeDataModel: data } = client as unknown as {
    _runtimeDataModel: { models: Record<string, RuntimeModel> }
  }
  const known = read.get(data)
  if (known) return known
  const models = Object.entries(data.models)
  const names = new Map<string, ColumnNames>(
    models.map(([model, { fields }]) => [model, new Map(fields.map((f) => [f.name, f.dbName ?? f.name]))]),
  )
  const tables = new Map(models.map(([model, { dbName }]) => [model, tableOf(model, dbName ?? model, names)]))
  read.set(data, tables)
  return tables
}

function tableOf(model: string, name: string, names: ReadonlyMap<string, ColumnNames>): Table {
  const fields = fieldsOf(model)
  const key = fields.find(({ isId }) => isId)
  return {
    name,
    id: key ? columnName(names, model, key.name) : '',
    columns: new Map(
      fields
        .filter(({ kind }) => kind === 'scalar' || kind === 'enum')
        .map((field) => [field.name, columnOf(field, columnName(names, model, field.name))]),
    ),
    relations: new Map(fields.flatMap((field) => relationOf(model, field, names))),
  }
}

function columnOf({ kind, type, isList, isRequired, isUnique, isId }: ModelField, name: string): Column {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = enums
  const values = kind === 'enum' ? Object.values(known[type] ?? {}) : null
  return { name, type, isList, isRequired, isUnique: isUnique || isId, values }
}

function relationOf(
  model: string,
  field: ModelField,
  names: ReadonlyMap<string, ColumnNames>,
): [string, Relation][] {
  if (field.kind !== 'object') return []
  const { name, type, isList } = field
  const forth = field.relationFromFields ?? []
  const back = fieldsOf(type).find(
    (other) => other.relationName === field.relationName && other.relationFromFields?.length,
  )
  const [from = back?.relationFromFields?.[0]] = forth
  const [owner, other] = forth.length > 0 ? [model, type] : [type, model]
  const key = fieldsOf(other).find(({ isId }) => isId)
  if (from === undefined || key === undefined) return []
  const [foreign, primary] = [columnName(names, owner, from), columnName(names, other, key.name)]
  const [own, theirs] = forth.length > 0 ? [foreign, primary] : [primary, foreign]
  return [[name, { model: type as ModelName, isList, own, theirs, isRequired: field.isRequired }]]
}

function fieldsOf(model: string): readonly ModelField[] {
  return MODELS[model]?.fields ?? []
}

function columnName(names: ReadonlyMap<string, ColumnNames>, model: string, field: string): string {
  return names.get(model)?.get(field) ?? field
}
