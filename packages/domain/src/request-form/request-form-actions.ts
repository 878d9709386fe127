import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'

/** What may be done to the form, and what stands in the way: Public Affairs adopts the next version (V.B.3). */
export function availableRequestFormActions(actor: Actor): readonly AvailableAction<'adoptRequestForm'>[] {
  return [
    {
      action: 'adoptRequestForm',
      blockedBy: authorize(actor, 'requestForm.adopt', { componentId: null }),
    },
  ]
}
