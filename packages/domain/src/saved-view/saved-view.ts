/** The lists of the client that have views. */
export const VIEW_LISTS = [
  'ACCOUNTS',
  'PLATFORMS',
  'PEOPLE',
  'FINDINGS',
  'IMPORTS',
  'AUDIT',
  'MODERATION',
] as const
export type ViewList = (typeof VIEW_LISTS)[number]

/** Whose a view is: one person's, a component's, or everybody's. */
export const VIEW_SCOPES = ['PERSON', 'COMPONENT', 'DEPARTMENT'] as const
export type ViewScope = (typeof VIEW_SCOPES)[number]

/** How many views one list has for a person, a component or the department. */
export const MOST_VIEWS = 50

/** Everything a decision on a view looks at. */
export interface ViewFacts {
  readonly scope: ViewScope
  readonly ownerId: string
  /** The component of a component's view; null for the others. */
  readonly componentId: string | null
}

// Where in a list one was says nothing about what one looked at.
const PLACE_IN_LIST = ['after', 'page', 'view']

/** The part of an address' search that a view keeps: filters, order and columns, without a leading question mark. */
export function viewSearch(search: string): string {
  const kept = new URLSearchParams(search)
  for (const name of PLACE_IN_LIST) kept.delete(name)
  return kept.toString()
}
