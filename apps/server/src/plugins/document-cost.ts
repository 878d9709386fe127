import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'

/** How much a document asks for, counted as if every fragment were written out where it is spread. */
export interface DocumentCost {
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
}

const NOTHING: DocumentCost = { depth: 0, fields: 0, aliases: 0, directives: 0 }

/**
 * The cost of a document's most expensive operation. Each fragment is counted once and its result reused, so that
 * fragments that multiply each other cost no time; a cycle counts as nothing here, validation refuses it.
 */
export function documentCost(document: DocumentNode): DocumentCost {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const counted = new Map<string, DocumentCost>()
  let most = NOTHING
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const cost = selectionCost(definition.selectionSet, fragments, counted)
    most = larger(most, { ...cost, directives: cost.directives + (definition.directives?.length ?? 0) })
  }
  return most
}

function selectionCost(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  counted: Map<string, DocumentCost>,
): DocumentCost {
  let total = NOTHING
  for (const selection of set.selections) {
    const directives = selection.directives?.length ?? 0
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const inside = fragmentCost(selection.name.value, fragments, counted)
      total = sum(total, { ...inside, directives: inside.directives + directives })
      continue
    }
    const inside = selection.selectionSet
      ? selectionCost(selection.selectionSet, fragments, counted)
      : NOTHING
    const isField = selection.kind === Kind.FIELD
    total = sum(total, {
      depth: inside.depth + (isField ? 1 : 0),
      fields: inside.fields + (isField ? 1 : 0),
      aliases: inside.aliases + (isField && selection.alias ? 1 : 0),
      directives: inside.directives + directives,
    })
  }
  return total
}

function fragmentCost(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  counted: Map<string, DocumentCost>,
): DocumentCost {
  const known = counted.get(name)
  if (known) return known
  const fragment = fragments.get(name)
  if (!fragment) return NOTHING
  counted.set(name, NOTHING)
  const cost = selectionCost(fragment.selectionSet, fragments, counted)
  counted.set(name, cost)
  return cost
}

function sum(a: DocumentCost, b: DocumentCost): DocumentCost {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  }
}

function larger(a: DocumentCost, b: DocumentCost): DocumentCost {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: Math.max(a.fields, b.fields),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
  }
}
