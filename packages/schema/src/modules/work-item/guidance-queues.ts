import { readConduct } from '@official-accounts/db/facts/conduct-facts'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { holdsAsOwn } from '@official-accounts/domain/access/authorize'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { alignmentOf } from '@official-accounts/domain/component-process/component-process'
import { versionsInForce } from '@official-accounts/domain/guidance/guidance'
import { trainingStanding } from '@official-accounts/domain/training/training'
import { shortQueue } from './short-queue.ts'
import type { WorkItem, WorkQueue } from './work-queue.ts'

/** Days before training runs out from which its renewal is work. */
const RENEWAL_DAYS = 30
const DAY = 86_400_000
/** More documents or components than a department has. */
const MOST = 1000

type Item = Omit<WorkItem, 'kind'>

const acknowledgements = shortQueue({
  kind: 'ACKNOWLEDGEMENT',
  title: 'Guidance to acknowledge',
  owners: [],
  isFor: ({ roles }) => roles.length > 0,
  async read({ personId, roles }, read, now) {
    const rows = await read.guidanceVersion.findMany({
      relationLoadStrategy: 'join',
      where: { effectiveFrom: { lte: now } },
      orderBy: { id: 'desc' },
      take: MOST,
      select: {
        documentId: true,
        number: true,
        effectiveFrom: true,
        roles: true,
        document: { select: { title: true } },
        acknowledgements: { where: { personId }, select: { id: true } },
      },
    })
    const held = new Set(roles.map(({ role }) => role))
    const open = versionsInForce(rows, now).filter(
      (version) => version.acknowledgements.length === 0 && version.roles.some((role) => held.has(role)),
    )
    return open.map(({ documentId, number, effectiveFrom, document }) => ({
      subjectType: 'GuidanceDocument',
      subjectId: documentId,
      title: document.title,
      detail: `Version ${number}`,
      componentCode: null,
      reason: 'It is in force for one of your roles: read it and acknowledge it.',
      action: 'acknowledgeGuidance',
      since: effectiveFrom,
      dueOn: null,
    }))
  },
})

const training = shortQueue({
  kind: 'TRAINING',
  title: 'Training to renew',
  owners: ['ACCOUNT_MANAGER'],
  isFor: ({ roles }) => roles.some(({ role }) => role === 'ACCOUNT_MANAGER'),
  async read(_actor, read, now) {
    const { courses, completions } = await readConduct(read)
    return courses.flatMap((course): Item[] => {
      const { required, currentUntil } = trainingStanding([course], completions, now)
      if (
        !required ||
        (currentUntil !== null && currentUntil.getTime() - now.getTime() > RENEWAL_DAYS * DAY)
      ) {
        return []
      }
      return [
        {
          subjectType: 'TrainingCourse',
          subjectId: course.id,
          title: course.title,
          componentCode: null,
          reason:
            currentUntil === null
              ? 'You answer for accounts, and this training is missing or has run out.'
              : 'This training runs out soon: take it again.',
          action: 'recordTraining',
          since: course.requiredFrom,
          dueOn: currentUntil,
        },
      ]
    })
  },
})

const processReviews = shortQueue({
  kind: 'PROCESS_REVIEW',
  title: 'Publishing processes to review',
  owners: ['OPA'],
  isFor: ({ roles }) => roles.some(({ role }) => role === 'OPA'),
  async read(_actor, read, now) {
    const { guidance } = await readConduct(read)
    const rows = await read.componentProcess.findMany({
      relationLoadStrategy: 'join',
      where: { state: { in: ['SUBMITTED', 'PUBLISHED'] } },
      take: MOST,
      select: {
        id: true,
        title: true,
        state: true,
        number: true,
        reviewedAt: true,
        changedAt: true,
        component: { select: { code: true } },
      },
    })
    const due = rows.filter(
      (process) => process.state === 'SUBMITTED' || alignmentOf(process, guidance, now) !== 'ALIGNED',
    )
    return due.map(({ id, title, state, number, changedAt, component }) => ({
      subjectType: 'ComponentProcess',
      subjectId: id,
      title,
      detail: `Version ${number}`,
      componentCode: component.code,
      reason:
        state === 'SUBMITTED'
          ? 'A component submitted its publishing process.'
          : 'Guidance has changed since its last review.',
      action: 'reviewComponentProcess',
      since: changedAt,
      dueOn: null,
    }))
  },
})

const policyReviews = shortQueue({
  kind: 'POLICY_REVIEW',
  title: 'Component policies to review',
  owners: ['PRIVACY_OFFICER'],
  isFor: ({ roles }) => roles.some(({ role }) => role === 'PRIVACY_OFFICER'),
  async read(_actor, read) {
    const rows = await read.componentPolicy.findMany({
      relationLoadStrategy: 'join',
      where: { state: 'SUBMITTED' },
      take: MOST,
      select: {
        id: true,
        title: true,
        number: true,
        submittedAt: true,
        component: { select: { code: true } },
      },
    })
    return rows.map(({ id, title, number, submittedAt, component }) => ({
      subjectType: 'ComponentPolicy',
      subjectId: id,
      title,
      detail: `Version ${number}`,
      componentCode: component.code,
      reason: 'A component submitted its policy.',
      action: 'reviewComponentPolicy',
      since: submittedAt,
      dueOn: null,
    }))
  },
})

const missingProcesses = shortQueue({
  kind: 'PROCESS_MISSING',
  title: 'Publishing processes to write',
  owners: ['COMPONENT_DIRECTOR'],
  isFor: ({ roles }) => roles.some(({ role }) => role === 'COMPONENT_DIRECTOR'),
  read: readMissingProcesses,
})

async function readMissingProcesses(actor: KnownActor, read: PrismaClient): Promise<readonly Item[]> {
  const directed = actor.roles.filter(({ role }) => role === 'COMPONENT_DIRECTOR')
  const rows = await read.component.findMany({
    where: {
      id: { in: directed.flatMap(({ componentIds }) => [...componentIds]) },
      publishingProcesses: { none: { state: { in: ['SUBMITTED', 'PUBLISHED'] } } },
    },
    take: MOST,
    select: { id: true, name: true, code: true, createdAt: true },
  })
  const own = rows.filter(({ id }) => holdsAsOwn(actor, 'COMPONENT_DIRECTOR', id))
  return own.map(({ id, name, code, createdAt }) => ({
    subjectType: 'Component',
    subjectId: id,
    title: name,
    componentCode: code,
    reason: 'Without a published process its accounts cannot be activated (IV.E.1).',
    action: 'publishComponentProcess',
    since: createdAt,
    dueOn: null,
  }))
}

/** What guidance, training, processes and policies leave to do. */
export const guidanceQueues: readonly WorkQueue[] = [
  acknowledgements,
  training,
  processReviews,
  missingProcesses,
  policyReviews,
]
