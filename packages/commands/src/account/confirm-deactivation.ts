import { accountPlace } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { allow, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { confirmRetirement } from './confirm-retirement.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({
  accountId: z.uuid(),
  observation: z
    .string()
    .trim()
    .min(1, 'Say what you saw on the platform.')
    .max(4000, 'At most 4,000 characters.'),
})

/** Confirms that the account is gone from the platform (V.B.11). */
export const confirmDeactivation = defineCommand({
  name: 'confirmDeactivation',
  permission: 'account.confirmDeactivation',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  lock: (tx, { accountId }) => lockAccount(tx, accountId),
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { observation }, account) {
    const refusal = checkAccountAction(actor, 'confirmDeactivation', account, now)
    if (refusal) return refuse(refusal)
    return allow({ kind: 'DEACTIVATION' as const, observation, archiveLocation: null, archiveSha256: null })
  },
  apply: confirmRetirement,
})
