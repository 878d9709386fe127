import {
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

/** A field that answers with a list or a page. */
export interface ListField {
  readonly parent: string
  readonly field: string
  readonly of: GraphQLNamedType
  readonly paged: boolean
  readonly leaf: boolean
}

/** Every list field of a schema; a page's own edges are part of the page. */
export function listFields(schema: GraphQLSchema): readonly ListField[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type) || type.name.endsWith('Connection')) return []
    return Object.values(type.getFields()).flatMap((field) => {
      const of = getNamedType(field.type)
      const paged = field.args.some(({ name }) => name === 'first')
      const isList = paged || isListType(getNullableType(field.type))
      return isList ? [{ parent: type.name, field: field.name, of, paged, leaf: isLeafType(of) }] : []
    })
  })
}
