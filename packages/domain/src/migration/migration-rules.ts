import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { checkState, defineMachine } from '../state-machine.ts'

export type MigrationState = 'SUBMITTED' | 'APPROVED' | 'DENIED' | 'APPLIED'
export type MigrationAction = 'decideMigration' | 'applyMigration'

/** The life of an import: nothing is applied that was not decided (V.B.6). */
export const migrationMachine = defineMachine<MigrationState, MigrationAction>('import', {
  SUBMITTED: { decideMigration: 'APPROVED' },
  APPROVED: { applyMigration: 'APPLIED' },
  DENIED: {},
  APPLIED: {},
})

/** What a decision on an import looks at. */
export interface MigrationFacts {
  readonly state: MigrationState
  readonly submittedById: string
}

/** Null when this actor may decide on this import now. */
export function checkMigrationDecision(actor: Actor, migration: MigrationFacts): Refusal | null {
  return firstRefusal(
    () => authorize(actor, 'migration.decide', { componentId: null }),
    () => checkState(migrationMachine, migration.state, 'decideMigration'),
    () =>
      migration.submittedById === personIdOf(actor)
        ? policyRefusal('Nobody decides on an import they submitted.', 'V.B.2')
        : null,
  )
}

/** Null when the rows of this import may be applied now: only after its decision (V.B.6). */
export function checkMigrationApplication(migration: Pick<MigrationFacts, 'state'>): Refusal | null {
  return checkState(migrationMachine, migration.state, 'applyMigration')
}

/** The actions of a person on an import with what blocks each. */
export function availableMigrationActions(
  actor: Actor,
  migration: MigrationFacts,
): readonly AvailableAction<'decideMigration'>[] {
  return [{ action: 'decideMigration', blockedBy: checkMigrationDecision(actor, migration) }]
}
