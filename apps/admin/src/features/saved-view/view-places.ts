import type { Role } from '@official-accounts/domain/access/roles'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { ViewScope } from '@official-accounts/domain/saved-view/saved-view'
import { checkViewPlace } from '@official-accounts/domain/saved-view/saved-view-rules'

/** Where a view can be kept, by the rule the server asks as well. */
export interface ViewPlace {
  readonly scope: ViewScope
  readonly componentId: string | null
  readonly label: string
}

interface Keeper {
  readonly roles: readonly { readonly role: Role; readonly componentIds: readonly string[] }[]
}

/** The places where somebody may keep views: their own, and those of components and of everybody as roles allow. */
export function viewPlaces(
  { roles }: Keeper,
  components: readonly { readonly id: string; readonly code: string }[],
): readonly ViewPlace[] {
  const actor: Actor = { kind: 'PERSON', personId: 'self', displayName: '', roles, acr: null }
  const places: readonly ViewPlace[] = [
    { scope: 'PERSON', componentId: null, label: 'Only me' },
    ...components.map(({ id, code }) => ({
      scope: 'COMPONENT' as const,
      componentId: id,
      label: `Everybody in ${code}`,
    })),
    { scope: 'DEPARTMENT', componentId: null, label: 'Everybody' },
  ]
  return places.filter((place) => checkViewPlace(actor, { ...place, ownerId: 'self' }) === null)
}
