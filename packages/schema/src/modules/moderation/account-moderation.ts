import { managedAccountSelect, toManagedAccount } from '@official-accounts/db/facts/moderation-facts'
import { availableModeration } from '@official-accounts/domain/moderation/moderation-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'

builder.prismaObjectField('Account', 'moderationRecording', (t) =>
  t.field({
    type: AvailableActionRef,
    description: 'Whether you may record moderation on it, and what stands in your way (IV.D.3).',
    select: managedAccountSelect,
    resolve: (account, _args, context) =>
      availableModeration(context.actor, toManagedAccount(account), requestNow(context)),
  }),
)
