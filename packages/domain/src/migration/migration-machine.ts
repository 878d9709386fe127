import { defineMachine } from '../state-machine.ts'

export type MigrationState = 'SUBMITTED' | 'APPROVED' | 'DENIED' | 'APPLIED'
export type MigrationAction = 'decideMigration' | 'applyMigration'

/** The life of an import: nothing is applied that was not decided (V.B.6). */
export const migrationMachine = defineMachine<MigrationState, MigrationAction>('import', {
  SUBMITTED: { decideMigration: ['APPROVED', 'DENIED'] },
  APPROVED: { applyMigration: 'APPLIED' },
  DENIED: {},
  APPLIED: {},
})
