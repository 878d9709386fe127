import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import type { QueuedEvent } from '@official-accounts/db/outbox'
import type { Logger } from 'pino'
import { COMPLIANCE_QUEUE } from '../../queues.ts'
import { EVERYTHING, evaluationScope, type EvaluationScope } from './evaluation-triggers.ts'

/** Changes evaluated together: a bulk action is a few evaluations and not one for each of its accounts. */
const CHANGES_AT_ONCE = 200
/** When everything is evaluated, in UTC: what runs out by its date is found without any change. */
const NIGHTLY = '30 4 * * *'

interface EvaluationOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly log: Logger
}

/** Evaluates compliance after changes, every night, and once at a start for what ran out meanwhile. */
export async function workEvaluations({ commands, log }: EvaluationOptions): Promise<void> {
  const { boss } = commands
  await boss.work<EvaluationScope>(
    COMPLIANCE_QUEUE,
    { batchSize: CHANGES_AT_ONCE, pollingIntervalSeconds: 1 },
    async (jobs) => {
      const scopes = jobs.map(({ data }) => data)
      const idsOf = (about: EvaluationScope['about']) =>
        scopes.filter((scope) => scope.about === about).map(({ id }) => id)
      const count = await evaluateAround(commands, {
        accounts: idsOf('ACCOUNT'),
        platforms: idsOf('PLATFORM'),
        components: idsOf('COMPONENT'),
        people: idsOf('PERSON'),
        exceptions: idsOf('EXCEPTION'),
        privacyApprovals: idsOf('PRIVACY_APPROVAL'),
        documents: idsOf('COMPONENT_DOCUMENT'),
        certificationParts: idsOf('CERTIFICATION_PART'),
        risks: idsOf('RISK'),
        moderationActions: idsOf('MODERATION_ACTION'),
        everything: idsOf('EVERYTHING').length > 0,
      })
      log.info({ event: 'compliance evaluated', ...count })
    },
  )
  await boss.schedule(COMPLIANCE_QUEUE, NIGHTLY, EVERYTHING, { tz: 'UTC' })
  await boss.send(COMPLIANCE_QUEUE, EVERYTHING)
}

/** Asks for the evaluation of what events changed, in one insert. */
export async function askForEvaluation(boss: JobBoss, events: readonly QueuedEvent[]): Promise<void> {
  const scopes = events.flatMap((event) => evaluationScope(event) ?? [])
  const unique = new Map(scopes.map((scope) => [`${scope.about} ${scope.id}`, scope]))
  if (unique.size > 0)
    await boss.insert(
      COMPLIANCE_QUEUE,
      [...unique.values()].map((data) => ({ data })),
    )
}
