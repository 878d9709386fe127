import type { Tx } from '@official-accounts/db/transaction'
import { isLive } from '@official-accounts/domain/account/account'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, invalidInput } from '@official-accounts/domain/errors'
import {
  checkPrivacyRequest,
  privacyPlace,
  type AskedValues,
  type EarlierQuestion,
} from '@official-accounts/domain/privacy-approval/privacy-approval-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { askPrivacyOfficer } from './ask-privacy-officer.ts'
import { questionFields } from './privacy-input.ts'

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)
    .nullish()
    .transform((value) => (value == null || value === '' ? null : value))

const input = z.object({
  accountId: z.uuid(),
  handle: text(200).transform((handle) => handle?.replace(/^@/, '') ?? null),
  title: text(200),
  purpose: text(4000),
  ...questionFields,
})

/**
 * Asks the Chief Privacy Officer to approve texts of an account that name a person: the handle, the name, the
 * description, as they are or as they shall be. The approval holds for these very texts (IV.C.2).
 */
export const requestPrivacyApproval = defineCommand({
  name: 'requestPrivacyApproval',
  permission: 'privacyApproval.requestForAccount',
  subjectType: 'PrivacyApproval',
  input,
  subjectId: () => null,
  lock: (tx, { accountId }) => lockSubject(tx, accountId),
  place: ({ accountId, componentId }) => privacyPlace({ accountId, componentId }),
  decide(_actor, now, { handle, title, purpose, expiresOn, ...question }, subject) {
    const values: AskedValues = { handle, title, purpose, profileUrls: [] }
    const refusal = checkPrivacyRequest(values, subject, expiresOn, now)
    if (refusal) return refuse(refusal)
    const { componentId } = subject
    return allow({ ...values, ...question, expiresOn, componentId, accessGrantId: null })
  },
  apply: (tx, question, _locked, context) =>
    askPrivacyOfficer(tx, question, 'privacyApproval.requestForAccount', context),
})

// Held, so that the same is not asked twice at once.
async function lockSubject(tx: Tx, accountId: string) {
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`
  const account = await tx.account.findFirst({
    where: { id: accountId },
    select: { id: true, componentId: true, state: true, privacyApprovals: { select: EARLIER } },
  })
  if (account === null) throw new DomainError(invalidInput('accountId', 'There is no such account.'))
  const { id, componentId, state, privacyApprovals } = account
  const earlier: readonly EarlierQuestion[] = privacyApprovals
  return { accountId: id, componentId, live: isLive(state), earlier }
}

const EARLIER = {
  id: true,
  state: true,
  handle: true,
  title: true,
  purpose: true,
  profileUrls: true,
} as const
