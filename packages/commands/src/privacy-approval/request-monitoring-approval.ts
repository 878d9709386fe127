import type { Tx } from '@official-accounts/db/transaction'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { firstRefusal } from '@official-accounts/domain/decision'
import {
  checkLooksAtPeople,
  checkOwnAccess,
  checkPrivacyRequest,
  privacyPlace,
  type AskedValues,
} from '@official-accounts/domain/privacy-approval/privacy-approval-rules'
import { individualUrls } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { askPrivacyOfficer } from './ask-privacy-officer.ts'
import { questionFields } from './privacy-input.ts'

const input = z.object({ accessGrantId: z.uuid(), ...questionFields })

/** Asks the Chief Privacy Officer to approve that the accounts of individuals in a request for access are looked at (IV.C.2). */
export const requestMonitoringApproval = defineCommand({
  name: 'requestMonitoringApproval',
  permission: 'privacyApproval.requestForAccess',
  subjectType: 'PrivacyApproval',
  input,
  subjectId: () => null,
  lock: (tx, { accessGrantId }) => lockSubject(tx, accessGrantId),
  place: ({ componentId }) => privacyPlace({ componentId, accountId: null }),
  decide(actor, now, { expiresOn, ...question }, access) {
    const values: AskedValues = {
      handle: null,
      title: null,
      purpose: null,
      profileUrls: individualUrls(access),
    }
    const refusal = firstRefusal(
      () => checkOwnAccess(actor, access),
      () => checkLooksAtPeople(values.profileUrls),
      () => checkPrivacyRequest(values, access, expiresOn, now),
    )
    if (refusal) return refuse(refusal)
    const { componentId } = access
    return allow({ ...values, ...question, expiresOn, componentId, accountId: null })
  },
  apply: (tx, question, _locked, context) =>
    askPrivacyOfficer(tx, question, 'privacyApproval.requestForAccess', context),
})

const ENDED = ['DENIED', 'WITHDRAWN', 'REVOKED']

async function lockSubject(tx: Tx, accessGrantId: string) {
  await tx.$queryRaw`SELECT id FROM access_grant WHERE id = ${accessGrantId}::uuid FOR UPDATE`
  const access = await tx.accessGrant.findFirst({
    relationLoadStrategy: 'join',
    where: { id: accessGrantId },
    select: {
      componentId: true,
      personId: true,
      requestedById: true,
      state: true,
      monitored: {
        orderBy: [{ profileUrl: 'asc' }, { id: 'asc' }],
        select: { profileUrl: true, holder: true },
      },
      privacyApprovals: {
        select: { id: true, state: true, handle: true, title: true, purpose: true, profileUrls: true },
      },
    },
  })
  if (access === null) throw new DomainError(notFound('record of access'))
  const { privacyApprovals: earlier, state, ...row } = access
  return { ...row, earlier, live: !ENDED.includes(state) }
}
