import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Compiling } from './compiling.ts'
import { UnsupportedError } from './unsupported.ts'

const KNOWN_DIRECTIVES = new Set([GraphQLIncludeDirective.name, GraphQLSkipDirective.name])

/**
 * The fields of a selection by their keys in the answer, in the order of the answer: fragments opened, fields of one
 * key together, what @skip and @include leave out left out (GraphQL specification, CollectFields).
 */
export function collectFields(
  compiling: Compiling,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const opened = new Set<string>()
  for (const set of sets) collect({ compiling, type, fields, opened }, set)
  return fields
}

interface Collection {
  readonly compiling: Compiling
  readonly type: GraphQLObjectType
  readonly fields: Map<string, FieldNode[]>
  readonly opened: Set<string>
}

function collect(into: Collection, set: SelectionSetNode): void {
  for (const selection of set.selections) {
    if (!isWanted(into.compiling, selection)) continue
    if (selection.kind === 'Field') addField(into, selection)
    else if (selection.kind === 'InlineFragment') open(into, selection)
    else openNamed(into, selection.name.value)
  }
}

function addField({ fields }: Collection, node: FieldNode): void {
  const key = (node.alias ?? node.name).value
  const same = fields.get(key)
  if (same) same.push(node)
  else fields.set(key, [node])
}

function openNamed(into: Collection, name: string): void {
  if (into.opened.has(name)) return
  into.opened.add(name)
  const fragment = into.compiling.fragments.get(name)
  if (fragment) open(into, fragment)
}

function open(into: Collection, fragment: InlineFragmentNode | FragmentDefinitionNode): void {
  const { schema } = into.compiling
  const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
  const applies =
    !condition ||
    condition === into.type ||
    (isAbstractType(condition) && schema.isSubType(condition, into.type))
  if (applies) collect(into, fragment.selectionSet)
}

function isWanted({ variables }: Compiling, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  const unknown = node.directives.find(({ name }) => !KNOWN_DIRECTIVES.has(name.value))
  if (unknown) throw new UnsupportedError(`@${unknown.name.value}`)
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}
