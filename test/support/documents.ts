import { readFileSync } from 'node:fs'
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql'

const SCHEMA = buildSchema(
  readFileSync(new URL('../../packages/schema/schema.graphql', import.meta.url), 'utf8'),
)

const ERRORS = `
  __typename
  ... on Error { code message }
  ... on PolicyRefusalError { clauses { id title } }
  ... on ForbiddenError { clauses { id } }
  ... on InvalidStateError { inState: state allowed }
  ... on StaleVersionError { expected actual }
  ... on InvalidInputError { issues { path message } }
  ... on ConflictError { existingId }
`

// What tests look at of a record that was changed, where it has such a field.
const LOOKED_AT = new Set([
  'id',
  'slug',
  'state',
  'status',
  'vacant',
  'version',
  'handle',
  'canonicalKey',
  'role',
  'name',
  'search',
  'scope',
  'viewId',
  'outcome',
  'resolution',
  'counts',
  'appliedCounts',
])

/** A mutation's document: `input` is its one variable; the record is asked for where the result may be one. */
export function mutation(name: string): string {
  return `mutation ($input: ${inputTypeOf(name)}!) { ${mutationField(name, 'input')} }`
}

/** One mutation's field with its variable, to send several in one document under aliases. */
export function mutationField(name: string, variable: string): string {
  if (name === 'runBulkAction') {
    const rows = 'rows { accountId outcome code reason clauses { id } }'
    const wrong = '... on InvalidInputError { code message issues { path message } }'
    return `runBulkAction(input: $${variable}) { __typename ${wrong} ... on BulkRun { groupId ${rows} } }`
  }
  const record = recordOf(name)
  return `${name}(input: $${variable}) { ${ERRORS} ... on ${record.name} { ${fieldsOf(record)} } }`
}

/** The type of a mutation's one input. */
export function inputTypeOf(name: string): string {
  const input = fieldOf(name).args.find((argument) => argument.name === 'input')
  if (input === undefined) throw new Error(`${name} takes no input.`)
  return getNamedType(input.type).name
}

function recordOf(name: string): GraphQLObjectType {
  const result = getNamedType(fieldOf(name).type)
  const members = isUnionType(result) ? result.getTypes() : [result].filter(isObjectType)
  const record = members.find((type) => type.getInterfaces().every((face) => face.name !== 'Error'))
  if (record === undefined) throw new Error(`${name} answers with errors alone.`)
  return record
}

function fieldsOf(record: GraphQLObjectType): string {
  const fields = Object.values(record.getFields()).filter(
    ({ name, type }) => LOOKED_AT.has(name) && isLeafType(getNamedType(type)),
  )
  return fields.map(({ name }) => name).join(' ')
}

function fieldOf(name: string): GraphQLField<unknown, unknown> {
  const field = SCHEMA.getMutationType()?.getFields()[name]
  if (field === undefined) throw new Error(`There is no mutation ${name}.`)
  return field
}
