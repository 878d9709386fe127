import type { Prisma } from '@official-accounts/db/generated/client/client'
import { builder } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { ModerationKindEnum, ModerationReasonEnum, ModerationStateEnum } from './enums.ts'

export const ModerationFilter = builder.inputType('ModerationFilter', {
  description: 'Which acts of moderation; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: ModerationKindEnum, description: 'Of this kind.' }),
    reason: t.field({ type: ModerationReasonEnum, description: 'For this reason.' }),
    state: t.field({ type: ModerationStateEnum, description: 'Standing so.' }),
    account: t.id({ description: 'On the account with this global id.' }),
    component: t.string({ description: 'Of the component with this code or slug.' }),
    from: t.field({ type: 'Date', description: 'Done on this day or later.' }),
    until: t.field({ type: 'Date', description: 'Done on this day or before.' }),
  }),
})

const DAY = 24 * 60 * 60 * 1000

/** The filter as a condition on rows. */
export function moderationWhere(
  filter: typeof ModerationFilter.$inferInput | null | undefined,
): Prisma.ModerationActionWhereInput {
  const { kind, reason, state, account, component, from, until } = filter ?? {}
  return {
    AND: [
      kind ? { kind } : {},
      reason ? { reason } : {},
      state ? { state } : {},
      account ? { accountId: recordId(account, 'Account') } : {},
      component ? { component: { OR: [{ code: slugText(component) }, { slug: slugText(component) }] } } : {},
      from ? { doneAt: { gte: new Date(from) } } : {},
      until ? { doneAt: { lt: new Date(new Date(until).getTime() + DAY) } } : {},
    ],
  }
}
