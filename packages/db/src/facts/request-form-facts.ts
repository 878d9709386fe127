import type { AuditChange } from '@official-accounts/domain/audit/audit-entry'
import type { RequestAnswer, RequestForm } from '@official-accounts/domain/request-form/request-form'
import type { Prisma } from '../generated/client/client.ts'

/** What has to be read of a form to know what it asks. */
export const requestFormFactsSelect = {
  id: true,
  version: true,
  requiredDetails: true,
  questions: true,
} satisfies Prisma.RequestFormSelect

type RequestFormRow = Prisma.RequestFormGetPayload<{ select: typeof requestFormFactsSelect }>

/** The row as the domain looks at it: its questions were checked as it was adopted, and are never changed. */
export function toRequestForm(row: RequestFormRow): RequestForm {
  return row as unknown as RequestForm
}

/** The answers of a request as they were written. */
export function toAnswers(value: Prisma.JsonValue): readonly RequestAnswer[] {
  return value as unknown as readonly RequestAnswer[]
}

/** What a request changed, as it was written. */
export function toChanges(value: Prisma.JsonValue): readonly AuditChange[] {
  return value as unknown as readonly AuditChange[]
}
