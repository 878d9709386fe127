import { grantRole } from '@official-accounts/commands/organization/grant-role'
import { deactivatePerson, reactivatePerson } from '@official-accounts/commands/organization/person-state'
import {
  restorePersonRights,
  suspendPersonRights,
} from '@official-accounts/commands/organization/person-rights'
import { revokeRole } from '@official-accounts/commands/organization/revoke-role'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { RoleEnum } from './enums.ts'
import { PersonNode, RoleGrantNode } from './types.ts'

const GrantRoleInput = creationInput('GrantRoleInput', 'A role for a person.', (t) => ({
  personId: t.id({ required: true, description: 'Who gets it.' }),
  role: t.field({ type: RoleEnum, required: true, description: 'Which role.' }),
  componentId: t.id({ description: 'For which component; only and always for a component’s role.' }),
  validFrom: t.string({ description: 'From when, ISO 8601; at once when not given.' }),
  validUntil: t.string({ description: 'Until when, ISO 8601; without an end when not given.' }),
  reason: t.string({ required: true, description: 'On what it rests.' }),
}))

const RevokeRoleInput = changeInput('RevokeRoleInput', 'A role to take back.', (t) => ({
  roleGrantId: t.id({ required: true, description: 'The role, as it was granted.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const PersonStateInput = changeInput(
  'PersonStateInput',
  'A person who may no longer act, or may again.',
  (t) => ({
    personId: t.id({ required: true, description: 'Who.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const roleMutation = mutationsOf(RoleGrantNode, (read, query) => read.roleGrant.findFirstOrThrow(query))
const personMutation = mutationsOf(PersonNode, (read, query) => read.person.findFirstOrThrow(query))

roleMutation(grantRole, GrantRoleInput, 'Gives a person a role. Nobody grants a role to themselves.')
roleMutation(revokeRole, RevokeRoleInput, 'Takes a role back; the next decision no longer counts it.')
personMutation(
  deactivatePerson,
  PersonStateInput,
  'Records that a person may no longer act; the accounts they answer for are vacant at once (V.B.5).',
)
personMutation(reactivatePerson, PersonStateInput, 'Records that a person may act again.')
personMutation(
  suspendPersonRights,
  PersonStateInput,
  'Takes a person’s right to act: they may sign in and read, and every change is refused (IV.A.5).',
)
personMutation(restorePersonRights, PersonStateInput, 'Gives a person the right to act back (IV.A.5).')
