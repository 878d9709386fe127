import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

/** Fields that hold others without being records: they do not count as a step. */
const WRAPPERS = /(Connection|Edge)$/

/** Everything of a type that can be asked for without arguments, `steps` records deep. */
export function wholeSelection(schema: GraphQLSchema, type: GraphQLNamedType, steps: number): string {
  if (isAbstractType(type))
    return `__typename ${schema
      .getPossibleTypes(type)
      .map((one) => onType(schema, one, steps))
      .join(' ')}`
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument))
  const parts = fields.flatMap((field) => fieldSelection(schema, field, steps))
  return ['__typename', ...parts].join(' ')
}

function onType(schema: GraphQLSchema, type: GraphQLNamedType, steps: number): string {
  // One interface's fields may differ in nullability between types; an alias for each keeps them apart.
  const selection = wholeSelection(schema, type, steps)
  return selection === '' ? '' : `... on ${type.name} { ${selection} }`
}

function fieldSelection(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  steps: number,
): string[] {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return [field.name]
  const left = WRAPPERS.test(type.name) ? steps : steps - 1
  if (left < 0) return []
  const inside = wholeSelection(schema, type, left)
  return inside === '' ? [] : [`${field.name}${pageOf(field)} { ${inside} }`]
}

/** The largest page, where a field has pages. */
export function pageOf(field: GraphQLField<unknown, unknown>, first = 100): string {
  return field.args.some(({ name }) => name === 'first') ? `(first: ${first})` : ''
}
