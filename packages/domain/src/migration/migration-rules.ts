import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { migrationMachine, type MigrationState } from './migration-machine.ts'

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
