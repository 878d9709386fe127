import {
  certificationFactsSelect,
  readCertificationExceptions,
  toCertificationFacts,
} from '@official-accounts/db/facts/certification-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import {
  dueStep,
  type CertificationStep,
} from '@official-accounts/domain/certification/certification-calendar'
import { sparingException } from '@official-accounts/domain/certification/certification-rules'
import type { CertificationFacts } from '@official-accounts/domain/certification/certification'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import { z } from 'zod'
import { exceptionsUsed } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { lockCertification } from './lock-certification.ts'

const input = z.object({ certificationId: z.uuid() })

interface Asked {
  readonly id: string
  readonly componentId: string
}

interface Locked extends CertificationFacts {
  /** The components that have not certified. */
  readonly uncertified: readonly Asked[]
  readonly granted: readonly GrantedException[]
}

interface Outcome {
  readonly step: CertificationStep
  /** Each component told, with the exception that spares it; a spared one is not marked. */
  readonly told: readonly (Asked & { readonly sparedBy: string | null })[]
}

/**
 * Reminds whoever has not certified on the days the certification names, and at the end of its time marks them as not
 * having answered and tells the Assistant Secretary (IV.E.3). The system's own, run by a job.
 */
export const remindCertification = defineCommand<z.infer<typeof input>, Locked, Outcome>({
  name: 'remindCertification',
  permission: 'certification.remind',
  subjectType: 'Certification',
  input,
  subjectId: ({ certificationId }) => certificationId,
  lock: (tx, { certificationId }) => lockForReminder(tx, certificationId),
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, certification) {
    const step = dueStep(certification, now)
    if (step === null) return refuse(conflict('Nothing is due: it was told already, or is not yet.'))
    const told = certification.uncertified.map((part) => ({
      ...part,
      sparedBy: sparingException(part.componentId, certification.granted, now),
    }))
    return allow({ step, told })
  },
  async apply(tx, { step, told }, certification, { now }) {
    const overdue = step.kind === 'OVERDUE'
    const kept = overdue ? { overdueSince: now } : { remindedDays: step.days }
    await tx.certification.updateMany({
      where: { id: certification.id },
      data: { ...kept, version: certification.version + 1, changedAt: now },
    })
    const asked = told.filter(({ sparedBy }) => sparedBy === null)
    if (overdue && asked.length > 0) {
      await tx.certificationPart.updateMany({
        where: { id: { in: asked.map(({ id }) => id) } },
        data: { overdueSince: now, version: { increment: 1 } },
      })
    }
    const type = overdue ? 'certification.overdue' : 'certification.reminded'
    return {
      result: { type: 'Certification', id: certification.id },
      audit: [
        entry('Certification', certification.id, null, [stepChange(step, now, certification.remindedDays)]),
        ...told.map(({ id, componentId, sparedBy }) =>
          entry('CertificationPart', id, componentId, [
            ...(sparedBy === null
              ? [stepChange(step, now, certification.remindedDays)]
              : exceptionsUsed([sparedBy])),
          ]),
        ),
      ],
      events: asked.map(({ id }) => ({ type, subjectType: 'CertificationPart', subjectId: id })),
    }
  },
})

async function lockForReminder(tx: Tx, id: string): Promise<Locked> {
  await lockCertification(tx, id)
  const row = await tx.certification.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      ...certificationFactsSelect,
      parts: {
        where: { state: { not: 'CERTIFIED' } },
        orderBy: { id: 'asc' },
        select: { id: true, componentId: true },
      },
    },
  })
  if (row === null) throw new DomainError(notFound('certification'))
  const { parts, ...facts } = row
  return {
    ...toCertificationFacts(facts),
    uncertified: parts,
    granted: await readCertificationExceptions(tx, null),
  }
}

function stepChange(
  step: CertificationStep,
  now: Date,
  remindedDays: number | null,
): AuditEntry['changes'][number] {
  return step.kind === 'OVERDUE'
    ? { field: 'overdueSince', before: null, after: now.toISOString() }
    : { field: 'remindedDays', before: remindedDays, after: step.days }
}

function entry(
  subjectType: AuditEntry['subjectType'],
  subjectId: string,
  componentId: string | null,
  changes: AuditEntry['changes'],
): AuditEntry {
  return {
    action: 'certification.remind',
    componentId,
    subjectType,
    subjectId,
    clauses: ['IV.E.3'],
    reason: null,
    changes,
  }
}
