import type { Refusal } from './errors.ts'

/** An action on a record, and what stands in its way if anything does. */
export interface AvailableAction<Action extends string> {
  readonly action: Action
  readonly blockedBy: Refusal | null
}
