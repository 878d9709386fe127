import { createHash } from 'node:crypto'
import {
  certificationFactsSelect,
  questionSelect,
  QUESTION_ORDER,
  toCertificationFacts,
} from '@official-accounts/db/facts/certification-facts'
import {
  resultPartsSelect,
  toResult,
  type ClosingRow,
} from '@official-accounts/db/facts/certification-result'
import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { certificationResultText } from '@official-accounts/domain/certification/certification-result'
import { checkClosing } from '@official-accounts/domain/certification/certification-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { lockCertification } from './lock-certification.ts'

const input = z.object({ certificationId: z.uuid() })

/** Closes a certification: its result is frozen with its digest, and who did not certify is named (IV.E.3). */
export const closeCertification = defineCommand<z.infer<typeof input>, ClosingRow, null>({
  name: 'closeCertification',
  permission: 'certification.close',
  subjectType: 'Certification',
  input,
  subjectId: ({ certificationId }) => certificationId,
  lock: (tx, { certificationId }) => lockForClosing(tx, certificationId),
  place: () => ({ componentId: null }),
  version: ({ version }) => version,
  decide(actor, now, _input, certification) {
    const uncertified = certification.parts.filter(({ state }) => state !== 'CERTIFIED').length
    const refusal = checkClosing(actor, toCertificationFacts(certification), uncertified, now)
    return refusal ? refuse(refusal) : allow(null)
  },
  async apply(tx, _outcome, certification, context) {
    const { now } = context
    const { id, version } = certification
    const closedById = decider(context)
    const text = certificationResultText(toResult(certification, closedById, now))
    const resultSha256 = createHash('sha256').update(text).digest('hex')
    await tx.certificationResult.createMany({ data: [{ certificationId: id, text }] })
    await tx.certification.updateMany({
      where: { id },
      data: {
        state: 'CLOSED',
        closedById,
        closedAt: now,
        resultSha256,
        version: version + 1,
        changedAt: now,
      },
    })
    return {
      result: { type: 'Certification', id },
      audit: [
        entry('Certification', id, null, [
          { field: 'state', before: 'OPEN', after: 'CLOSED' },
          { field: 'resultSha256', before: null, after: resultSha256 },
        ]),
        ...certification.parts.map(({ id: partId, componentId, state }) =>
          entry('CertificationPart', partId, componentId, [
            { field: 'outcome', before: null, after: state === 'CERTIFIED' ? 'CERTIFIED' : 'NOT_ANSWERED' },
          ]),
        ),
      ],
      events: [{ type: 'certification.closed', subjectType: 'Certification', subjectId: id }],
    }
  },
})

async function lockForClosing(tx: Tx, id: string): Promise<ClosingRow> {
  await lockCertification(tx, id)
  const row = await tx.certification.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      ...certificationFactsSelect,
      name: true,
      filter: true,
      openedAt: true,
      questions: { orderBy: QUESTION_ORDER, select: questionSelect },
      parts: resultPartsSelect,
    },
  })
  if (row === null) throw new DomainError(notFound('certification'))
  return row
}

function entry(
  subjectType: AuditEntry['subjectType'],
  subjectId: string,
  componentId: string | null,
  changes: AuditEntry['changes'],
): AuditEntry {
  return {
    action: 'certification.close',
    componentId,
    subjectType,
    subjectId,
    clauses: ['IV.E.3'],
    reason: null,
    changes,
  }
}
