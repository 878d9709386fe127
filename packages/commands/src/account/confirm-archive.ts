import { accountPlace } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { allow, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { confirmRetirement } from './confirm-retirement.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({
  accountId: z.uuid(),
  archiveLocation: z
    .string()
    .trim()
    .min(1, 'Say where the archive is kept.')
    .max(2000, 'At most 2,000 characters.'),
  archiveSha256: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'The SHA-256 of the archive has 64 hexadecimal digits.'),
})

/** Confirms that the records are archived, where, and with which digest (V.B.11). */
export const confirmArchive = defineCommand({
  name: 'confirmArchive',
  permission: 'account.confirmArchive',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  lock: (tx, { accountId }) => lockAccount(tx, accountId),
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, { archiveLocation, archiveSha256 }, account) {
    const refusal = checkAccountAction(actor, 'confirmArchive', account, now)
    if (refusal) return refuse(refusal)
    return allow({ kind: 'ARCHIVE' as const, observation: null, archiveLocation, archiveSha256 })
  },
  apply: confirmRetirement,
})
