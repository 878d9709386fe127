import type { Prisma } from '@official-accounts/db/generated/client/client'
import { LAW_ANSWERERS, type LawAnswerer } from '@official-accounts/domain/law-checklist/law-checklist'
import { recordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/** Accounts whose checklist of law and policy asks somebody: one queue for each who answers (V.A.2). */
export const lawChecklistQueues: readonly WorkQueue[] = LAW_ANSWERERS.map((answerer) => {
  const queue = lawChecklistQueue(answerer)
  return answerer === 'ACCOUNT' ? queue : onlyWhenFull(queue)
})

// Many checklists ask an office nothing: it is told of its queue once there is something in it.
function onlyWhenFull(queue: WorkQueue): WorkQueue {
  return {
    ...queue,
    open(actor, read, timing) {
      const open = queue.open(actor, read, timing)
      return open && { ...open, onlyWhenFull: true }
    },
  }
}

function lawChecklistQueue(answerer: LawAnswerer): WorkQueue {
  const isOffice = answerer !== 'ACCOUNT'
  return recordQueue<Prisma.LawDutyWhereInput>({
    kind: isOffice ? `LAW_CHECKLIST_${answerer}` : 'LAW_CHECKLIST',
    title: isOffice ? 'Law and policy: questions for your office' : 'Law and policy: accounts to answer for',
    owners: isOffice ? [answerer] : ['ACCOUNT_MANAGER'],
    due: 'NONE',
    columns: {
      dueOn: null,
      since: (askedSince) => ({ askedSince }),
      id: (accountId) => ({ accountId }),
    },
    where: ({ now }) => ({ answerer, askedSince: { lte: now } }),
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ lawDuty }, which) => lawDuty.count({ where: { AND: [which] } }),
    async oldest({ lawDuty }, which) {
      const first = await lawDuty.findFirst({
        where: { AND: [which] },
        orderBy: { askedSince: 'asc' },
        select: { askedSince: true },
      })
      return first?.askedSince ?? null
    },
    async page({ lawDuty }, which, take) {
      const rows = await lawDuty.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ askedSince: 'asc' }, { accountId: 'asc' }],
        take,
        select: SHOWN,
      })
      return rows.map(({ account, askedSince }) => ({
        subjectType: 'Account',
        subjectId: account.id,
        title: account.title,
        detail: `${account.platform.name}: ${account.handle}`,
        componentCode: account.component.code,
        reason: 'Its checklist of law and policy waits for your answers (V.A.2).',
        action: 'answerLawChecklist',
        since: askedSince,
        dueOn: null,
      }))
    },
  })
}

const SHOWN = {
  askedSince: true,
  account: {
    select: {
      id: true,
      title: true,
      handle: true,
      platform: { select: { name: true } },
      component: { select: { code: true } },
    },
  },
} as const satisfies Prisma.LawDutySelect
