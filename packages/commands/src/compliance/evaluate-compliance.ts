import { readEvaluated, type EvaluatedSubject } from '@official-accounts/db/facts/compliance-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { SUBJECT_KINDS, type SubjectKind } from '@official-accounts/domain/compliance/compliance'
import {
  changesAnything,
  evaluateSubject,
  type SubjectChanges,
} from '@official-accounts/domain/compliance/evaluate'
import { allow, refuse } from '@official-accounts/domain/decision'
import { invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { writeChanges } from './write-changes.ts'

/** Subjects in one transaction: their components' audit chains are held that long. */
export const MOST_SUBJECTS = 100

const input = z.object({
  kind: z.enum(SUBJECT_KINDS),
  ids: z.array(z.uuid()).min(1).max(MOST_SUBJECTS),
})

/**
 * Asks subjects what the checks ask, and opens, updates and closes their findings (IV.A.5). Subjects are locked in
 * the order of their ids, so that two evaluations at once make no double. Where nothing is to be changed it refuses
 * and leaves no trace: whoever runs it looks first.
 */
export const evaluateCompliance = defineCommand<
  z.infer<typeof input>,
  readonly EvaluatedSubject[],
  readonly SubjectChanges[]
>({
  name: 'evaluateCompliance',
  permission: 'compliance.evaluate',
  subjectType: 'Finding',
  input,
  subjectId: () => null,
  async lock(tx, subjects) {
    await lockSubjects(tx, subjects.kind, subjects.ids)
    return readEvaluated(tx, subjects)
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, evaluated) {
    const changes = evaluated
      .map(({ subject, open }) => evaluateSubject(subject, open, now))
      .filter(changesAnything)
    return changes.length === 0 ? refuse(invalidInput('ids', 'Nothing is to be changed.')) : allow(changes)
  },
  apply: (tx, changes, _locked, { now }) => writeChanges(tx, changes, now),
})

async function lockSubjects(tx: Tx, kind: SubjectKind, ids: readonly string[]): Promise<void> {
  switch (kind) {
    case 'ACCOUNT':
      await tx.$queryRaw`SELECT id FROM account WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
      return
    case 'PLATFORM':
      await tx.$queryRaw`SELECT id FROM platform WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
      return
    case 'COMPONENT':
      await tx.$queryRaw`SELECT id FROM component WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  }
}
