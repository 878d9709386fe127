import type { AvailableAction } from '@official-accounts/domain/available-action'
import type { Refusal } from '@official-accounts/domain/errors'
import { builder } from '../builder.ts'
import { ClauseRef } from '../errors.ts'

const BlockerRef = builder.objectRef<Refusal>('ActionBlocker').implement({
  description: 'What stands in the way of an action now.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'INVALID_STATE, FORBIDDEN or POLICY_REFUSAL: state, permission or clause.',
    }),
    message: t.exposeString('message', { description: 'Why, in words for a person.' }),
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'The first clause that stands behind it.',
      resolve: (refusal) => ('clauses' in refusal ? (refusal.clauses[0] ?? null) : null),
    }),
  }),
})

/** An action on a record, by the mutation's name, and what blocks it if anything does. */
export const AvailableActionRef = builder.objectRef<AvailableAction<string>>('AvailableAction').implement({
  description:
    'Something that may be done to a record, and whether you may do it now. The mutation asks the same rules.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    action: t.exposeString('action', { description: 'The mutation’s name.' }),
    allowed: t.boolean({
      description: 'Whether you may do it now.',
      resolve: ({ blockedBy }) => blockedBy === null,
    }),
    blockedBy: t.field({
      type: BlockerRef,
      nullable: true,
      description: 'What stands in the way; null when nothing does.',
      resolve: ({ blockedBy }) => blockedBy,
    }),
  }),
})
