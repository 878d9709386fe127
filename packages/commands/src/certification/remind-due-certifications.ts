import {
  certificationFactsSelect,
  toCertificationFacts,
} from '@official-accounts/db/facts/certification-facts'
import { dueStep } from '@official-accounts/domain/certification/certification-calendar'
import { DomainError } from '@official-accounts/domain/errors'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { runCommand } from '../run-command.ts'
import { remindCertification } from './remind-certification.ts'

const SYSTEM = { kind: 'SYSTEM', process: 'certification-calendar' } as const

/**
 * Takes every step that is due of every open certification: reminders, and the mark of who has not answered. Safe to
 * call again and from two processes at once: a step is taken once.
 */
export async function remindDueCertifications(environment: CommandEnvironment, now: Date): Promise<number> {
  const open = await asActor(SYSTEM, () =>
    environment.client.certification.findMany({
      where: { state: 'OPEN', overdueSince: null },
      orderBy: { id: 'asc' },
      select: certificationFactsSelect,
    }),
  )
  const due = open.filter((row) => dueStep(toCertificationFacts(row), now) !== null)
  for (const { id } of due) {
    try {
      const call = { actor: SYSTEM, requestId: null }
      await runCommand(environment, remindCertification, call, { certificationId: id })
    } catch (error) {
      if (!(error instanceof DomainError && error.refusal.code === 'CONFLICT')) throw error
    }
  }
  return due.length
}
