import { auditValue, type AuditChange } from '@official-accounts/domain/audit/audit-entry'
import { CLAUSE_IDS } from '@official-accounts/domain/directive/clauses'
import {
  QUESTION_KINDS,
  REQUEST_DETAILS,
  type RequestAnswer,
  type RequestForm,
  type RequestQuestion,
} from '@official-accounts/domain/request-form/request-form'
import type { Prisma } from '../generated/client/client.ts'
import {
  storedChoice,
  storedFlag,
  storedList,
  storedOrNull,
  storedRecord,
  storedText,
} from '../stored-json.ts'

/** What has to be read of a form to know what it asks. */
export const requestFormFactsSelect = {
  id: true,
  version: true,
  requiredDetails: true,
  questions: true,
} satisfies Prisma.RequestFormSelect

type RequestFormRow = Prisma.RequestFormGetPayload<{ select: typeof requestFormFactsSelect }>

const readQuestions = storedList(
  storedRecord<RequestQuestion>({
    key: storedText,
    label: storedText,
    help: storedOrNull(storedText),
    kind: storedChoice(QUESTION_KINDS),
    choices: storedList(storedText),
    required: storedFlag,
    clause: storedOrNull(storedChoice(CLAUSE_IDS)),
    risk: storedFlag,
  }),
)

/** The row as the domain looks at it: its questions were checked as it was adopted, and are never changed. */
export function toRequestForm({ id, version, requiredDetails, questions }: RequestFormRow): RequestForm {
  return {
    id,
    version,
    requiredDetails: requiredDetails.map(storedChoice(REQUEST_DETAILS)),
    questions: readQuestions(questions),
  }
}

/** The answers of a request as they were written. */
export const toAnswers = storedList(storedRecord<RequestAnswer>({ key: storedText, value: storedText }))

/** What a request changed, as it was written. */
export const toChanges = storedList(
  storedRecord<AuditChange>({ field: storedText, before: auditValue, after: auditValue }),
)
