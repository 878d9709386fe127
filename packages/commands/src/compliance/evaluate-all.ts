import { readEvaluated, type SubjectIds } from '@official-accounts/db/facts/compliance-facts'
import { SUBJECT_KINDS, type SubjectKind } from '@official-accounts/domain/compliance/compliance'
import { changesAnything, evaluateSubject } from '@official-accounts/domain/compliance/evaluate'
import { DomainError } from '@official-accounts/domain/errors'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { runCommand } from '../run-command.ts'
import { evaluateCompliance, MOST_SUBJECTS } from './evaluate-compliance.ts'

const SYSTEM = { kind: 'SYSTEM', process: 'compliance' } as const

/** How much an evaluation looked at, and how many subjects it changed something on. */
export interface EvaluationCount {
  readonly looked: number
  readonly changed: number
}

/**
 * Evaluates subjects by their ids in batches. What needs no change is only read: the command runs, decides again
 * under its lock and is audited where something is to be changed. Safe to run twice and at once.
 */
export async function evaluateSubjects(
  environment: CommandEnvironment,
  { kind, ids }: SubjectIds,
): Promise<EvaluationCount> {
  const unique = [...new Set(ids)].sort()
  const count = { looked: 0, changed: 0 }
  for (let from = 0; from < unique.length; from += MOST_SUBJECTS) {
    const batch = unique.slice(from, from + MOST_SUBJECTS)
    const due = await findChanged(environment, { kind, ids: batch })
    count.looked += batch.length
    if (due.length > 0 && (await runEvaluation(environment, { kind, ids: due }))) count.changed += due.length
  }
  return count
}

/** Evaluates every account, platform and component. */
export async function evaluateEverything(environment: CommandEnvironment): Promise<EvaluationCount> {
  const count = { looked: 0, changed: 0 }
  for (const kind of SUBJECT_KINDS) {
    const { looked, changed } = await evaluateSubjects(environment, {
      kind,
      ids: await readIds(environment, kind),
    })
    count.looked += looked
    count.changed += changed
  }
  return count
}

async function findChanged(
  environment: CommandEnvironment,
  subjects: SubjectIds,
): Promise<readonly string[]> {
  const now = environment.at?.() ?? new Date()
  const evaluated = await asActor(SYSTEM, () => readEvaluated(environment.client, subjects))
  return evaluated
    .filter(({ subject, open }) => changesAnything(evaluateSubject(subject, open, now)))
    .map(({ subject }) => subject.id)
}

// False where somebody else has done it meanwhile.
async function runEvaluation(environment: CommandEnvironment, subjects: SubjectIds): Promise<boolean> {
  try {
    await runCommand(environment, evaluateCompliance, { actor: SYSTEM, requestId: null }, subjects)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.refusal.code === 'INVALID_INPUT') return false
    throw error
  }
}

function readIds({ client }: CommandEnvironment, kind: SubjectKind): Promise<readonly string[]> {
  const select = { id: true }
  return asActor(SYSTEM, async () => {
    switch (kind) {
      case 'ACCOUNT':
        return toIds(await client.account.findMany({ select }))
      case 'PLATFORM':
        return toIds(await client.platform.findMany({ select }))
      case 'COMPONENT':
        return toIds(await client.component.findMany({ select }))
    }
  })
}

function toIds(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id)
}
