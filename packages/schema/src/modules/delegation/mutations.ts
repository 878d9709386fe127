import { delegateApproval } from '@official-accounts/commands/delegation/delegate-approval'
import { recordRecusal } from '@official-accounts/commands/delegation/record-recusal'
import { recordStandIn } from '@official-accounts/commands/delegation/record-stand-in'
import { revokeDelegation } from '@official-accounts/commands/delegation/revoke-delegation'
import type { InputFieldBuilder } from '@pothos/core'
import type { SchemaTypes } from '../../builder.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { RoleEnum } from '../organization/enums.ts'
import { StandInKindEnum } from './enums.ts'
import { DelegationNode } from './types.ts'

type Fields = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>

function periodFields(t: Fields) {
  return {
    validFrom: t.field({ type: 'DateTime', description: 'From when; at once when not given.' }),
    validUntil: t.field({ type: 'DateTime', description: 'Until when; until revoked when not given.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }
}

function scopeFields(t: Fields) {
  return {
    componentId: t.id({ description: 'For records of this component and its parts alone.' }),
    platformId: t.id({ description: 'For records on this platform alone.' }),
    accountId: t.id({ description: 'For this account alone.' }),
  }
}

const DelegateApprovalInput = creationInput('DelegateApprovalInput', 'Approval to lend.', (t) => ({
  delegateId: t.id({
    required: true,
    description: 'Who may approve: Public Affairs, or a component’s director.',
  }),
  ...scopeFields(t),
  ...periodFields(t),
  writtenAuthority: t.string({ required: true, description: 'The writing it rests on (IV.A.2).' }),
}))

const RecordStandInInput = creationInput('RecordStandInInput', 'Somebody who stands in.', (t) => ({
  kind: t.field({ type: StandInKindEnum, required: true, description: 'For a vacancy or for an absence.' }),
  delegateId: t.id({ required: true, description: 'Who stands in.' }),
  role: t.field({ type: RoleEnum, required: true, description: 'In which office.' }),
  componentId: t.id({ description: 'Of which component, where it is a component’s office.' }),
  ...periodFields(t),
  writtenAuthority: t.string({ description: 'The writing it rests on; required for an acting official.' }),
}))

const RecordRecusalInput = creationInput(
  'RecordRecusalInput',
  'A matter somebody stands aside from.',
  (t) => ({
    personId: t.id({ required: true, description: 'Who stands aside.' }),
    ...scopeFields(t),
    ...periodFields(t),
  }),
)

const RevokeDelegationInput = changeInput('RevokeDelegationInput', 'A delegation to end.', (t) => ({
  delegationId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const delegationMutation = mutationsOf(DelegationNode, (read, query) =>
  read.delegation.findFirstOrThrow(query),
)

delegationMutation(
  delegateApproval,
  DelegateApprovalInput,
  'The Assistant Secretary lends the approval of accounts (IV.A.2, IV.A.4); that of platforms is never lent.',
)
delegationMutation(
  recordStandIn,
  RecordStandInInput,
  'Records an acting official for a vacant office, or cover for an absence (IV.A.4).',
)
delegationMutation(recordRecusal, RecordRecusalInput, 'Records that somebody stands aside from a matter.')
delegationMutation(
  revokeDelegation,
  RevokeDelegationInput,
  'Ends a delegation; the next decision no longer counts it.',
)
