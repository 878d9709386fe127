/** Where a version of a component's policy stands with the Privacy Office (OIG.4). */
export const COMPONENT_POLICY_STATES = [
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'IMPLEMENTED',
  'SUPERSEDED',
] as const
export type ComponentPolicyState = (typeof COMPONENT_POLICY_STATES)[number]

/** How far a component has come: its best version says. */
export const POLICY_COVERAGES = ['NONE', 'SUBMITTED', 'APPROVED', 'IMPLEMENTED'] as const
export type PolicyCoverage = (typeof POLICY_COVERAGES)[number]

/** A policy as decisions on it look at it. */
export interface ComponentPolicyFacts {
  readonly id: string
  readonly componentId: string
  readonly number: number
  readonly state: ComponentPolicyState
  readonly submittedById: string | null
  readonly version: number
}

/** How far a component has come with the versions it has. */
export function policyCoverage(states: readonly ComponentPolicyState[]): PolicyCoverage {
  const best = (['IMPLEMENTED', 'APPROVED', 'SUBMITTED'] as const).find((state) => states.includes(state))
  return best ?? 'NONE'
}
