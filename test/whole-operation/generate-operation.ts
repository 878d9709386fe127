import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import { HOSTILE_TEXTS, pick, type Random } from '../support/hostile-values.ts'
import { selectionOf, type Draft } from './generate-selection.ts'

/** What a generated request may ask about, by the name of the argument or filter field. */
export type KnownValues = Readonly<Record<string, readonly string[]>>

/** A document with the values of its variables. */
export interface GeneratedOperation {
  readonly source: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** A random query over the root fields that were declared hot. */
export function generateOperation(
  random: Random,
  schema: GraphQLSchema,
  known: KnownValues,
): GeneratedOperation {
  let names = 0
  const draft: Draft = {
    random,
    fragments: [],
    definitions: [],
    values: {},
    fresh: (prefix) => `${prefix}${names++}`,
  }
  const hot = hotRoots(schema)
  const count = random() < 0.75 ? 1 : 2
  const roots = Array.from({ length: count }, () => rootText(draft, pick(random, hot), known, count > 1))
  const variables = draft.definitions.length > 0 ? `(${draft.definitions.join(', ')})` : ''
  const source = [`query Generated${variables} { ${roots.join(' ')} }`, ...draft.fragments].join('\n')
  return { source, variables: draft.values }
}

/** The root fields that were declared hot. */
export function hotRoots(schema: GraphQLSchema): readonly GraphQLField<unknown, unknown>[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
  return roots.filter(({ extensions }) => extensions['wholeOperation'] !== undefined)
}

function rootText(
  draft: Draft,
  field: GraphQLField<unknown, unknown>,
  known: KnownValues,
  aliased: boolean,
): string {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) throw new Error(`${field.name} answers with no object.`)
  const args = field.args.flatMap((arg) => argumentText(draft, arg, known))
  const given = args.length > 0 ? `(${args.join(', ')})` : ''
  const alias = aliased || draft.random() < 0.2 ? `${draft.fresh('r')}: ` : ''
  return `${alias}${field.name}${given} { ${selectionOf(draft, type, 4)} }`
}

function argumentText(draft: Draft, arg: GraphQLArgument, known: KnownValues): string[] {
  const { random } = draft
  const required = String(arg.type).endsWith('!')
  if (!required && random() < (arg.name === 'first' ? 0.2 : 0.6)) return []
  // Paging backwards is refused, which the ordinary execution says alone.
  if ((arg.name === 'last' || arg.name === 'before') && random() < 0.95) return []
  const value = valueOf(random, arg.type, arg.name, known)
  if (typeof value === 'number' && random() < 0.6) return [`${arg.name}: ${value}`]
  const variable = draft.fresh('v')
  draft.definitions.push(`$${variable}: ${String(arg.type)}`)
  // A variable that was not given is not the same as null.
  if (required || random() < 0.9) draft.values[variable] = value
  return [`${arg.name}: $${variable}`]
}

function valueOf(random: Random, type: GraphQLInputType, name: string, known: KnownValues): unknown {
  const required = String(type).endsWith('!')
  if (!required && random() < 0.05) return null
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    return Array.from({ length: Math.floor(random() * 4) }, () =>
      valueOf(random, nullable.ofType, name, known),
    )
  }
  if (isEnumType(nullable)) return pick(random, nullable.getValues()).name
  if (isInputObjectType(nullable)) {
    const chosen = Object.values(nullable.getFields()).filter(
      () => random() < 1.5 / Object.keys(nullable.getFields()).length,
    )
    return Object.fromEntries(
      chosen.map((field) => [field.name, valueOf(random, field.type, field.name, known)]),
    )
  }
  return scalarOf(random, String(nullable), name, known)
}

function scalarOf(random: Random, type: string, name: string, known: KnownValues): unknown {
  if (type === 'Int')
    return random() < 0.05 ? pick(random, [0, -1, 101, 1000]) : pick(random, [1, 2, 3, 5, 100])
  if (type === 'Boolean') return random() < 0.5
  if (type === 'DateTime')
    return pick(random, ['2020-01-01T00:00:00Z', '2026-11-22T05:00:00.5Z', '2090-01-01T00:00:00+14:00'])
  const own = known[name] ?? []
  return own.length > 0 && random() < 0.8 ? pick(random, own) : pick(random, HOSTILE_TEXTS)
}
