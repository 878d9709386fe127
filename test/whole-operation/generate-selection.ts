import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql'
import type { Random } from '../support/hostile-values.ts'

/** A document while it grows. */
export interface Draft {
  readonly random: Random
  readonly fragments: string[]
  readonly definitions: string[]
  readonly values: Record<string, unknown>
  /** A name that nothing else in the document has. */
  fresh(prefix: string): string
}

/** A random selection of a type: aliases, repetitions, fragments of every kind, @include and @skip. */
export function selectionOf(draft: Draft, type: GraphQLObjectType, depth: number): string {
  const { random } = draft
  const fields = Object.values(type.getFields()).filter((field) => isChosen(draft, type, field, depth))
  const parts = fields.flatMap((field) => {
    const once = fieldText(draft, field, depth)
    return random() < 0.1 ? [once, fieldText(draft, field, depth)] : [once]
  })
  if (parts.length === 0 || random() < 0.2) parts.push('__typename')
  shuffle(random, parts)
  return wrapped(draft, type, parts)
}

function isChosen(
  { random }: Draft,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): boolean {
  if (field.args.length > 0) return false
  if (type.name.endsWith('Connection')) return random() < (field.name === 'edges' ? 0.9 : 0.5)
  if (type.name.endsWith('Edge')) return random() < (field.name === 'node' ? 0.95 : 0.5)
  // What is only ever executed the ordinary way comes rarely: with much of it nothing would be compared.
  if (!hasSqlForm(type, field)) return random() < 0.01
  if (isCompositeType(getNamedType(field.type))) return depth > 0 && random() < 0.3
  return random() < 0.3
}

function hasSqlForm(type: GraphQLObjectType, { name, extensions }: GraphQLField<unknown, unknown>): boolean {
  const { pothosExposedField, pothosPrismaRelationField, wholeOperation } = extensions
  const isId = name === 'id' && type.extensions['pothosParseGlobalID'] !== undefined
  const inPage = type.name === 'PageInfo' || type.name === 'Clause'
  return isId || inPage || Boolean(pothosExposedField ?? pothosPrismaRelationField ?? wholeOperation)
}

function fieldText(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type)
  const alias = draft.random() < 0.2 ? `${draft.fresh('a')}: ` : ''
  const inner = isObjectType(type) ? ` { ${selectionOf(draft, type, depth - 1)} }` : ''
  return `${alias}${field.name}${directive(draft)}${inner}`
}

// Parts may be put into fragments, one kind into another; their order in the answer is that of their first mention.
function wrapped(draft: Draft, type: GraphQLObjectType, parts: readonly string[]): string {
  const { random } = draft
  if (random() < 0.6) return parts.join(' ')
  const cut = Math.floor(random() * (parts.length + 1))
  const [outside, inside] = [parts.slice(0, cut), parts.slice(cut)]
  if (inside.length === 0) return outside.join(' ')
  return [...outside, fragmentText(draft, type, inside.join(' '))].join(' ')
}

function fragmentText(draft: Draft, type: GraphQLObjectType, inside: string): string {
  const { random } = draft
  const kind = random()
  if (kind < 0.3) return `... on ${type.name}${directive(draft)} { ${inside} }`
  if (kind < 0.5) return `...${directive(draft)} { ${inside} }`
  if (kind < 0.6 && type.getInterfaces().some(({ name }) => name === 'Node')) {
    return `... on Node { id __typename } ${inside}`
  }
  const name = draft.fresh('F')
  draft.fragments.push(`fragment ${name} on ${type.name} { ${inside} }`)
  return random() < 0.3 ? `...${name} ...${name}` : `...${name}`
}

function directive(draft: Draft): string {
  const { random } = draft
  if (random() > 0.05) return ''
  const name = random() < 0.5 ? 'include' : 'skip'
  if (random() < 0.5) return ` @${name}(if: ${String(random() < 0.5)})`
  const variable = draft.fresh('if')
  draft.definitions.push(`$${variable}: Boolean!`)
  draft.values[variable] = random() < 0.5
  return ` @${name}(if: $${variable})`
}

function shuffle(random: Random, parts: string[]): void {
  for (let place = parts.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1))
    const [one = '', two = ''] = [parts[place], parts[other]]
    parts[place] = two
    parts[other] = one
  }
}
