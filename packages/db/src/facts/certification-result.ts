import type {
  CertificationResult,
  ComponentResult,
} from '@official-accounts/domain/certification/certification-result'
import type { Prisma } from '../generated/client/client.ts'
import {
  toGivenAnswers,
  toQuestions,
  type certificationFactsSelect,
  type questionSelect,
} from './certification-facts.ts'

/** What has to be read of every part to freeze a certification's result, always in the same order. */
export const resultPartsSelect = {
  orderBy: { component: { code: 'asc' } },
  select: {
    id: true,
    componentId: true,
    state: true,
    certifiedAt: true,
    overdueSince: true,
    component: { select: { code: true } },
    answers: {
      orderBy: { account: { slug: 'asc' } },
      select: {
        accountId: true,
        state: true,
        unchanged: true,
        answeredAt: true,
        answeredById: true,
        note: true,
        answers: true,
        evidence: true,
        account: { select: { slug: true } },
      },
    },
  },
} satisfies Prisma.Certification$partsArgs

type PartRow = Prisma.CertificationPartGetPayload<Pick<typeof resultPartsSelect, 'select'>>

/** A certification with all that its result is made of. */
export type ClosingRow = Prisma.CertificationGetPayload<{ select: typeof certificationFactsSelect }> & {
  readonly name: string
  readonly filter: string
  readonly openedAt: Date
  readonly questions: Prisma.CertificationQuestionGetPayload<{ select: typeof questionSelect }>[]
  readonly parts: PartRow[]
}

/** The result that a certification has at the instant it is closed. */
export function toResult(row: ClosingRow, closedById: string, now: Date): CertificationResult {
  return {
    id: row.id,
    name: row.name,
    filter: row.filter,
    dueOn: row.dueOn.toISOString().slice(0, 10),
    openedAt: row.openedAt.toISOString(),
    closedAt: now.toISOString(),
    closedById,
    questions: toQuestions(row.questions),
    components: row.parts.map(toComponentResult),
  }
}

function toComponentResult(part: PartRow): ComponentResult {
  return {
    componentId: part.componentId,
    code: part.component.code,
    outcome: part.state === 'CERTIFIED' ? 'CERTIFIED' : 'NOT_ANSWERED',
    certifiedAt: part.certifiedAt?.toISOString() ?? null,
    overdueSince: part.overdueSince?.toISOString() ?? null,
    accounts: part.answers.map(({ accountId, account, state, answers, answeredAt, ...answer }) => ({
      accountId,
      slug: account.slug,
      answered: state === 'ANSWERED',
      unchanged: answer.unchanged,
      answeredAt: answeredAt?.toISOString() ?? null,
      answeredById: answer.answeredById,
      note: answer.note,
      answers: toGivenAnswers(answers),
      evidence: answer.evidence,
    })),
  }
}
