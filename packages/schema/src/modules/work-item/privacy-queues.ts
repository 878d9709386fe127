import type { Prisma } from '@official-accounts/db/generated/client/client'
import { NAMES_PERSON } from '@official-accounts/domain/compliance/compliance'
import { recordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/** What waits for the Chief Privacy Officer, names in accounts without approval, and people looked at without (IV.C.2). */
export const privacyQueues: readonly WorkQueue[] = [decisionQueue(), namesQueue(), monitoringQueue()]

function decisionQueue(): WorkQueue {
  return recordQueue<Prisma.PrivacyApprovalWhereInput>({
    kind: 'PRIVACY_APPROVAL',
    title: 'Personal information to decide on',
    owners: ['PRIVACY_OFFICER'],
    due: 'NONE',
    columns: { dueOn: null, since: (requestedAt) => ({ requestedAt }), id: (id) => ({ id }) },
    where: ({ personId }) => ({ state: 'REQUESTED', requestedById: { not: personId } }),
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ privacyApproval }, which) => privacyApproval.count({ where: { AND: [which] } }),
    async oldest({ privacyApproval }, which) {
      const { _min: first } = await privacyApproval.aggregate({
        where: { AND: [which] },
        _min: { requestedAt: true },
      })
      return first.requestedAt
    },
    async page({ privacyApproval }, which, take) {
      const rows = await privacyApproval.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
        take,
        select: {
          id: true,
          accountId: true,
          whose: true,
          requestedAt: true,
          component: { select: { code: true } },
        },
      })
      return rows.map(({ id, accountId, whose, component, requestedAt }) => ({
        subjectType: 'PrivacyApproval',
        subjectId: id,
        title: accountId === null ? 'People to be looked at' : 'A name in an account',
        detail: whose,
        componentCode: component?.code ?? null,
        reason: 'Personal information is not used before you have approved it.',
        action: 'decidePrivacyApproval',
        since: requestedAt,
        dueOn: null,
      }))
    },
  })
}

// What the check found on accounts in use: their office asks for an approval, or writes another text.
function namesQueue(): WorkQueue {
  return recordQueue<Prisma.FindingWhereInput>({
    kind: 'UNAPPROVED_NAME',
    title: 'Names in accounts without approval',
    owners: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    due: 'NONE',
    columns: { dueOn: null, since: (openedAt) => ({ openedAt }), id: (id) => ({ id }) },
    where: () => ({ code: NAMES_PERSON, state: 'OPEN', origin: 'AUTOMATIC', accountId: { not: null } }),
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ finding }, which) => finding.count({ where: { AND: [which] } }),
    async oldest({ finding }, which) {
      const { _min: first } = await finding.aggregate({ where: { AND: [which] }, _min: { openedAt: true } })
      return first.openedAt
    },
    async page({ finding }, which, take) {
      const rows = await finding.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
        take,
        select: {
          id: true,
          openedAt: true,
          account: { select: { title: true } },
          component: { select: { code: true } },
        },
      })
      return rows.map(({ id, account, component, openedAt }) => ({
        subjectType: 'Finding',
        subjectId: id,
        title: account?.title ?? 'An account',
        detail: 'A name in an account in use',
        componentCode: component.code,
        reason: 'It names a person: ask the Chief Privacy Officer, or write it without the name.',
        action: 'requestPrivacyApproval',
        since: openedAt,
        dueOn: null,
      }))
    },
  })
}

function monitoringQueue(): WorkQueue {
  return recordQueue<Prisma.AccessGrantWhereInput>({
    kind: 'UNAPPROVED_MONITORING',
    title: 'People looked at without approval',
    owners: ['CIO', 'OPA'],
    due: 'NONE',
    columns: { dueOn: null, since: (changedAt) => ({ changedAt }), id: (id) => ({ id }) },
    where: ({ now }) => ({
      OR: [{ state: 'PROVISIONED', expiresOn: { gt: now } }, { heldUntil: { gt: now } }],
      monitored: { some: { holder: 'INDIVIDUAL' } },
      privacyApprovals: {
        none: {
          state: { in: ['APPROVED', 'NOT_PERSONAL'] },
          OR: [{ expiresOn: null }, { expiresOn: { gt: now } }],
        },
      },
    }),
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ accessGrant }, which) => accessGrant.count({ where: { AND: [which] } }),
    async oldest({ accessGrant }, which) {
      const { _min: first } = await accessGrant.aggregate({
        where: { AND: [which] },
        _min: { changedAt: true },
      })
      return first.changedAt
    },
    async page({ accessGrant }, which, take) {
      const rows = await accessGrant.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
        take,
        select: {
          id: true,
          changedAt: true,
          component: { select: { code: true } },
          person: { select: { displayName: true } },
        },
      })
      return rows.map(({ id, component, person, changedAt }) => ({
        subjectType: 'AccessGrant',
        subjectId: id,
        title: 'Look at other accounts',
        detail: person.displayName,
        componentCode: component?.code ?? null,
        reason: 'It looks at people and the Chief Privacy Officer’s approval has ended: revoke it.',
        action: 'revokeAccess',
        since: changedAt,
        dueOn: null,
      }))
    },
  })
}
