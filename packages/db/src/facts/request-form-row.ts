import type { RequestAnswer, RequestForm } from '@official-accounts/domain/request-form/request-form'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import type { AuditChange } from '@official-accounts/domain/audit/audit-entry'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import { newId } from '../uuid.ts'
import { grantedExceptionsSql, parseGrantedException, type GrantedExceptionRow } from './exception-facts.ts'

const FORM = Prisma.sql`(
  SELECT id, version, required_details AS "requiredDetails", questions FROM request_form ORDER BY version DESC LIMIT 1
) f`

/** The form in force; whoever else would adopt the next one waits. Throws where there is none. */
export async function lockRequestForm(tx: Tx): Promise<RequestForm> {
  // Asked for by itself: the statement after it sees what was committed while it waited.
  await sendStatement(tx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('request_form'))`)
  const [form] = await sendStatement<RequestForm>(tx, Prisma.sql`SELECT f.* FROM ${FORM}`)
  if (form === undefined) throw new Error('There is no request form.')
  return form
}

/** What a new request is read against, beside the account it names. */
export interface RequestGround {
  readonly form: RequestForm
  readonly componentExists: boolean
  /** Granted exceptions for accounts of the component on the platform, whatever their dates (V.B.12). */
  readonly exceptions: readonly GrantedException[]
  /** Public addresses that begin as wanted. */
  readonly takenSlugs: readonly string[]
}

type GroundRow = RequestForm &
  Omit<RequestGround, 'form' | 'exceptions'> & { readonly exceptions: readonly GrantedExceptionRow[] }

/** Reads what a new request is read against, in one statement; a platform and a slug only where they are known. */
export async function readRequestGround(
  tx: Tx,
  componentId: string,
  platformId: string | null,
  wantedSlug: string | null,
): Promise<RequestGround> {
  const [row] = await sendStatement<GroundRow>(
    tx,
    Prisma.sql`
    SELECT f.*, EXISTS (SELECT FROM component c WHERE c.id = ${componentId}::uuid) AS "componentExists",
      ARRAY(SELECT account_slugs_like(${wantedSlug}::text)) AS "takenSlugs",
      ${grantedExceptionsSql(Prisma.sql`${componentId}::uuid`, Prisma.sql`${platformId}::uuid`)} AS exceptions
    FROM ${FORM}`,
  )
  if (row === undefined) throw new Error('There is no request form.')
  const { componentExists, takenSlugs, exceptions, ...form } = row
  return { form, componentExists, takenSlugs, exceptions: exceptions.map(parseGrantedException) }
}

/** The form in force, and what the request of an account answered when it was sent in last. */
export async function readFormForAccount(
  tx: Tx,
  accountId: string,
): Promise<{ readonly form: RequestForm; readonly answers: readonly RequestAnswer[] }> {
  const [row] = await sendStatement<RequestForm & { readonly answers: readonly RequestAnswer[] }>(
    tx,
    Prisma.sql`SELECT f.*, coalesce((SELECT s.answers FROM account_submission s WHERE s.account_id = ${accountId}::uuid
      ORDER BY s.number DESC LIMIT 1), '[]') AS answers FROM ${FORM}`,
  )
  if (row === undefined) throw new Error('There is no request form.')
  const { answers, ...form } = row
  return { form, answers }
}

/** A request as it is sent in. */
export interface Submission {
  readonly accountId: string
  readonly formId: string
  readonly answers: readonly RequestAnswer[]
  readonly changes: readonly AuditChange[]
  readonly riskKeys: readonly string[]
  readonly submittedById: string | null
  readonly at: Date
}

/** Keeps a request as it was sent in, under the next number of its account. */
export async function writeSubmission(tx: Tx, submission: Submission): Promise<void> {
  await sendStatement(tx, submissionStatement(submission))
}

/** The decision that goes with a request sent in again. */
export interface ResubmissionDecision {
  readonly role: string | null
  readonly delegationId: string | null
  readonly reason: string | null
  readonly usedExceptionIds: readonly string[]
}

/** Keeps a request as it was sent in again, and that it was, in one statement. */
export async function writeResubmission(
  tx: Tx,
  submission: Submission,
  { role, delegationId, reason, usedExceptionIds }: ResubmissionDecision,
): Promise<void> {
  const { accountId, submittedById, at } = submission
  await sendStatement(
    tx,
    Prisma.sql`
    WITH decided AS (
      INSERT INTO decision (id, kind, account_id, decided_by_id, role, delegation_id, clauses, reason, decided_at,
        used_exception_ids)
      VALUES (${newId(at.getTime())}::uuid, 'RESUBMITTED', ${accountId}::uuid, ${submittedById}::uuid, ${role}::"Role",
        ${delegationId}::uuid, '{V.B.2}', ${reason}, ${at}::timestamptz, ${[...usedExceptionIds]}::uuid[])
    ) ${submissionStatement(submission)}`,
  )
}

function submissionStatement(submission: Submission): Prisma.Sql {
  const { accountId, formId, answers, changes, riskKeys, submittedById, at } = submission
  return Prisma.sql`
    INSERT INTO account_submission (id, account_id, number, form_id, answers, changes, risk_keys, submitted_by_id,
      submitted_at)
    SELECT ${newId(at.getTime())}::uuid, ${accountId}::uuid, coalesce(max(number), 0) + 1, ${formId}::uuid,
      ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(changes)}::jsonb, ${[...riskKeys]}::text[],
      ${submittedById}::uuid, ${at}::timestamptz
    FROM account_submission WHERE account_id = ${accountId}::uuid`
}
