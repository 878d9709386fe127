import { describedEnum } from '../../described-enum.ts'

export const MigrationStateEnum = describedEnum(
  'MigrationState',
  'Where an import stands.',
  ['SUBMITTED', 'APPROVED', 'DENIED', 'APPLIED'],
  {
    SUBMITTED: 'Waits for the Assistant Secretary.',
    APPROVED: 'Decided; being applied.',
    DENIED: 'Denied; nothing was applied.',
    APPLIED: 'Applied, every row.',
  },
)

export const RowOutcomeEnum = describedEnum(
  'RowOutcome',
  'What became of an imported row.',
  ['CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'HELD', 'REJECTED'],
  {
    CREATED: 'Made a new record.',
    UPDATED: 'Changed a record.',
    UNCHANGED: 'Says what is known already.',
    DUPLICATE: 'Names an account another row or record names.',
    HELD: 'Waits for somebody to look at it.',
    REJECTED: 'Cannot be an official account.',
  },
)

export const HeldReasonEnum = describedEnum(
  'HeldReason',
  'Why a row waits.',
  ['NAMED_AFTER_PERSON', 'CONFLICTS_WITH_SOURCE', 'COMPONENT_UNKNOWN'],
  {
    NAMED_AFTER_PERSON: 'The account is named after a person (V.B.8).',
    CONFLICTS_WITH_SOURCE: 'Another source says otherwise.',
    COMPONENT_UNKNOWN: 'It does not say which component it belongs to.',
  },
)
