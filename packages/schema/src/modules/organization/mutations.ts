import { grantRole } from '@official-accounts/commands/organization/grant-role'
import { deactivatePerson, reactivatePerson } from '@official-accounts/commands/organization/person-state'
import { revokeRole } from '@official-accounts/commands/organization/revoke-role'
import { builder } from '../../builder.ts'
import { runMutation } from '../../command-field.ts'
import { REFUSAL_ERRORS } from '../../errors.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { RoleEnum } from '../enums.ts'

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

builder.mutationFields((t) => ({
  grantRole: t.prismaField({
    type: 'RoleGrant',
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description: 'Gives a person a role. Nobody grants a role to themselves. Permission role.grant.',
    args: { input: t.arg({ type: GrantRoleInput, required: true, description: 'Who gets which role.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await runMutation(context, grantRole, input)
      return context.services.read.roleGrant.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  revokeRole: t.prismaField({
    type: 'RoleGrant',
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description: 'Takes a role back; the next decision no longer counts it. Permission role.revoke.',
    args: { input: t.arg({ type: RevokeRoleInput, required: true, description: 'Which role, and why.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await runMutation(context, revokeRole, input)
      return context.services.read.roleGrant.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  deactivatePerson: t.prismaField({
    type: 'Person',
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description:
      'Records that a person may no longer act; the accounts they answer for are vacant at once (V.B.5).',
    args: { input: t.arg({ type: PersonStateInput, required: true, description: 'Who, and why.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await runMutation(context, deactivatePerson, input)
      return context.services.read.person.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  reactivatePerson: t.prismaField({
    type: 'Person',
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description: 'Records that a person may act again. Permission person.reactivate.',
    args: { input: t.arg({ type: PersonStateInput, required: true, description: 'Who, and why.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await runMutation(context, reactivatePerson, input)
      return context.services.read.person.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
}))
