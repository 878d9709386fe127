import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import type {
  AccountEvidence,
  AnswerFacts,
  CertificationFacts,
  CertificationQuestion,
  GivenAnswer,
  PartFacts,
} from '@official-accounts/domain/certification/certification'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { ExceptedAccount, GrantedException } from '@official-accounts/domain/exception/exception'
import type { Prisma } from '../generated/client/client.ts'
import { UseCategory } from '../generated/client/enums.ts'
import { storedChoice, storedList, storedOrNull, storedRecord, storedText } from '../stored-json.ts'
import type { Tx } from '../transaction.ts'
import { accountFactsSelect } from './account-facts.ts'
import { grantedExceptionSelect, toGrantedException } from './exception-facts.ts'

/** What has to be read of an account to know what is on record of it. */
export const evidenceSelect = {
  state: true,
  title: true,
  handle: true,
  profileUrl: true,
  purpose: true,
  officialOutletUrl: true,
  useCategory: true,
  contacts: accountFactsSelect.contacts,
} satisfies Prisma.AccountSelect

type EvidenceRow = Prisma.AccountGetPayload<{ select: typeof evidenceSelect }>

/** What is on record of an account now. */
export function toEvidence({ contacts, ...row }: EvidenceRow): AccountEvidence {
  // Who is on record, whether or not their training is current: that changes by the day and nobody's doing.
  const primary = contacts.find(
    ({ role, endedAt, person }) => role === 'PRIMARY' && endedAt === null && person.state === 'ACTIVE',
  )
  return {
    state: row.state,
    title: row.title,
    handle: row.handle,
    profileUrl: row.profileUrl,
    purpose: row.purpose,
    officialOutletUrl: row.officialOutletUrl,
    useCategory: row.useCategory,
    primaryContactId: primary?.personId ?? null,
  }
}

export const QUESTION_ORDER = [
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CertificationQuestionOrderByWithRelationInput[]

/** What has to be read of a certification's questions. */
export const questionSelect = {
  key: true,
  text: true,
  kind: true,
  choices: true,
  clause: true,
} satisfies Prisma.CertificationQuestionSelect

/** Questions as a rule looks at them. */
export function toQuestions(
  rows: readonly Prisma.CertificationQuestionGetPayload<{ select: typeof questionSelect }>[],
): readonly CertificationQuestion[] {
  return rows.flatMap(({ clause, ...row }) => (isClauseId(clause) ? [{ ...row, clause }] : []))
}

/** What has to be read of an account's answer before it is given, confirmed or returned. */
export const answerFactsSelect = {
  id: true,
  accountId: true,
  state: true,
  account: { select: evidenceSelect },
  previous: { select: { answers: true, evidence: true } },
} satisfies Prisma.CertificationAnswerSelect

/** An account's answer as the domain looks at it. */
export function toAnswerFacts(
  row: Prisma.CertificationAnswerGetPayload<{ select: typeof answerFactsSelect }>,
): AnswerFacts {
  const { id, accountId, state, account, previous } = row
  return { id, accountId, state, evidence: toEvidence(account), previous: toPrevious(previous) }
}

function toPrevious(
  row: { readonly answers: Prisma.JsonValue; readonly evidence: Prisma.JsonValue } | null,
): AnswerFacts['previous'] {
  if (row === null || row.answers === null || row.evidence === null) return null
  return { answers: toGivenAnswers(row.answers), evidence: readEvidence(row.evidence) }
}

const readGiven = storedList(
  storedRecord<GivenAnswer>({ key: storedText, question: storedText, value: storedText }),
)

/** Stored answers as they were given; none for what was not answered. */
export function toGivenAnswers(answers: Prisma.JsonValue): readonly GivenAnswer[] {
  return answers === null ? [] : readGiven(answers)
}

const readEvidence = storedRecord<AccountEvidence>({
  state: storedChoice(ACCOUNT_STATES),
  title: storedText,
  handle: storedText,
  profileUrl: storedText,
  purpose: storedOrNull(storedText),
  officialOutletUrl: storedOrNull(storedText),
  useCategory: storedChoice(Object.values(UseCategory)),
  primaryContactId: storedOrNull(storedText),
})

/** What has to be read of a component's part before anything is decided on it. */
export const partFactsSelect = {
  id: true,
  certificationId: true,
  componentId: true,
  state: true,
  version: true,
  certification: { select: { state: true } },
} satisfies Prisma.CertificationPartSelect

/** A component's part as the domain looks at it. */
export function toPartFacts(
  row: Prisma.CertificationPartGetPayload<{ select: typeof partFactsSelect }>,
): PartFacts {
  const { id, certificationId, componentId, state, version, certification } = row
  return { id, certificationId, componentId, state, version, certificationState: certification.state }
}

/** What has to be read of an account's answer with its part and the questions, before it is given or returned. */
export const lockedAnswerSelect = {
  ...answerFactsSelect,
  part: {
    select: {
      ...partFactsSelect,
      certification: {
        select: { state: true, questions: { orderBy: QUESTION_ORDER, select: questionSelect } },
      },
    },
  },
} satisfies Prisma.CertificationAnswerSelect

/** A component's part with the answer an act names, and the questions it is to. */
export interface LockedAnswer extends PartFacts {
  readonly questions: readonly CertificationQuestion[]
  readonly answer: AnswerFacts
}

/** An answer in its part as acts on it look at it. */
export function toLockedAnswer({
  part,
  ...answer
}: Prisma.CertificationAnswerGetPayload<{ select: typeof lockedAnswerSelect }>): LockedAnswer {
  const questions = toQuestions(part.certification.questions)
  return { ...toPartFacts(part), questions, answer: toAnswerFacts(answer) }
}

/** The accounts of a part that are not answered for, as exceptions are compared with them. */
export const unansweredSelect = {
  where: { state: { not: 'ANSWERED' } },
  orderBy: { id: 'asc' },
  select: { accountId: true, componentId: true, account: { select: { platformId: true } } },
} satisfies Prisma.CertificationPart$answersArgs

/** An unanswered account as an exception is compared with it. */
export function toExceptedAccount(row: {
  readonly accountId: string
  readonly componentId: string
  readonly account: { readonly platformId: string }
}): ExceptedAccount {
  return { accountId: row.accountId, componentId: row.componentId, platformId: row.account.platformId }
}

/** What has to be read of a certification before it is closed or reminded of. */
export const certificationFactsSelect = {
  id: true,
  state: true,
  dueOn: true,
  reminderDays: true,
  overdueDays: true,
  remindedDays: true,
  overdueSince: true,
  version: true,
} satisfies Prisma.CertificationSelect

/** A certification as the domain looks at it. */
export function toCertificationFacts(
  row: Prisma.CertificationGetPayload<{ select: typeof certificationFactsSelect }>,
): CertificationFacts {
  return row
}

/** Granted exceptions to the duty to answer (IV.E.3), whatever their dates: rules compare those with their own now. */
export async function readCertificationExceptions(
  tx: Tx,
  componentId: string | null,
): Promise<readonly GrantedException[]> {
  const rows = await tx.exception.findMany({
    where: {
      state: 'GRANTED',
      clauses: { has: 'IV.E.3' },
      ...(componentId === null ? {} : { OR: [{ componentId: null }, { componentId }] }),
    },
    select: grantedExceptionSelect,
  })
  return rows.map(toGrantedException)
}
