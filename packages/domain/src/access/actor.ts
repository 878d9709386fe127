import type { Lending, Recusal } from '../delegation/delegation.ts'
import { ROLES, type Role } from './roles.ts'

/**
 * A role the actor holds now; `componentIds` are the component it holds for and the parts below it. A department's
 * role that is lent for one component names its components too.
 */
export interface HeldRole {
  readonly role: Role
  readonly componentIds: readonly string[]
  /** Under which delegation, where the role is another's (IV.A.4). */
  readonly lending?: Lending
}

/** Who acts: a person, a program, the system itself, or nobody known. */
export type Actor =
  | {
      readonly kind: 'PERSON' | 'PROGRAM'
      readonly personId: string
      readonly displayName: string
      readonly roles: readonly HeldRole[]
      /** Where the actor has stood aside. */
      readonly recusals?: readonly Recusal[]
      /** Since when the actor may read and change nothing; null or left out while the rights hold (IV.A.5). */
      readonly rightsSuspendedAt?: Date | null
      readonly acr: string | null
      /** The authentication contexts of which a decision asks one, where this sign-in has none of them. */
      readonly neededAcr?: readonly string[]
    }
  | { readonly kind: 'SYSTEM'; readonly process: string }
  | { readonly kind: 'ANONYMOUS' }

/** A signed-in actor: somebody a decision can be laid to. */
export type KnownActor = Extract<Actor, { personId: string }>

/** How far an actor reads or writes: everything, named components, listed accounts, or the public directory. */
export interface Reach {
  readonly extent: 'SYSTEM' | 'DEPARTMENT' | 'COMPONENT' | 'LISTED' | 'PUBLIC'
  readonly componentIds: readonly string[]
  readonly personId: string | null
}

/** The person's id, or null for the system and for strangers. */
export function personIdOf(actor: Actor): string | null {
  return 'personId' in actor ? actor.personId : null
}

/** What an actor may read, as wide as the widest role held. */
export function readReach(actor: Actor): Reach {
  return reach(actor, (role) => ROLES[role].reads)
}

/** Where an actor may write: the database's second wall. What exactly is decided by `authorize`. */
export function writeReach(actor: Actor): Reach {
  return reach(actor, (role) => (ROLES[role].writes ? ROLES[role].reads : 'LISTED'))
}

/** Whether a role reaches named components alone: a component's own, or one lent for a component or an account. */
export function isBounded({ role, lending }: HeldRole): boolean {
  return ROLES[role].scope === 'COMPONENT' || (lending?.scope.componentId ?? null) !== null
}

/** Whether a reach holds for a component. */
export function reaches({ extent, componentIds }: Reach, componentId: string): boolean {
  return extent === 'SYSTEM' || extent === 'DEPARTMENT' || componentIds.includes(componentId)
}

function reach(actor: Actor, extentOf: (role: Role) => 'DEPARTMENT' | 'COMPONENT' | 'LISTED'): Reach {
  if (actor.kind === 'SYSTEM') return { extent: 'SYSTEM', componentIds: [], personId: null }
  if (actor.kind === 'ANONYMOUS') return { extent: 'PUBLIC', componentIds: [], personId: null }
  const { personId } = actor
  const extents = actor.roles.map((held) => {
    const extent = extentOf(held.role)
    return { extent: extent === 'DEPARTMENT' && isBounded(held) ? 'COMPONENT' : extent, held }
  })
  if (extents.some(({ extent }) => extent === 'DEPARTMENT')) {
    return { extent: 'DEPARTMENT', componentIds: [], personId }
  }
  const components = extents
    .filter(({ extent }) => extent === 'COMPONENT')
    .flatMap(({ held }) => held.componentIds)
  if (components.length === 0) return { extent: 'LISTED', componentIds: [], personId }
  return { extent: 'COMPONENT', componentIds: [...new Set(components)].sort(), personId }
}
