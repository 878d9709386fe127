import { readReach } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import { escalationLine, type WorkDays } from '@official-accounts/domain/work/escalation'
import { builder, INTERNAL } from '../../builder.ts'
import type { RequestContext } from '../../context.ts'
import { RoleEnum } from '../organization/enums.ts'
import { WORK_QUEUES } from './queues.ts'
import { readTiming } from './timing.ts'

/** A queue from above: whose it is, how much waits, since when, and how much is late. */
interface SurveyedQueue {
  readonly kind: string
  readonly title: string
  readonly owners: readonly Role[]
  readonly line: readonly Role[]
  readonly count: number
  readonly overdue: number
  readonly oldestSince: Date | null
  readonly days: WorkDays
}

const SurveyedQueueRef = builder.objectRef<SurveyedQueue>('WorkQueue').implement({
  description: 'A queue from above: whose it is, how much waits, since when, and how much is late (REP.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Which queue.' }),
    title: t.exposeString('title', { description: 'The queue in words.' }),
    owners: t.field({
      type: [RoleEnum],
      description: 'Whose turn it is; empty where it is that of a person whom the record names.',
      resolve: ({ owners }) => [...owners],
    }),
    escalatesTo: t.field({
      type: [RoleEnum],
      description: 'To whom overdue work goes, one office after the other.',
      resolve: ({ line }) => [...line],
    }),
    count: t.exposeInt('count', { description: 'How much waits, of the records you may see.' }),
    overdue: t.exposeInt('overdue', { description: 'How much of it is past its date.' }),
    oldestSince: t.expose('oldestSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when what has waited longest waits; null for an empty queue.',
    }),
    dueDays: t.int({
      description: 'Days after which what has no date of its own is due: policy data.',
      resolve: ({ days }) => days.dueDays,
    }),
    stepDays: t.int({
      description: 'Days overdue after which it goes from one office to the next: policy data.',
      resolve: ({ days }) => days.stepDays,
    }),
    noticeDays: t.int({
      description: 'Days before an end at which it becomes work: policy data.',
      resolve: ({ days }) => days.noticeDays,
    }),
  }),
})

builder.queryField('workQueues', (t) =>
  t.field({
    type: [SurveyedQueueRef],
    ...INTERNAL,
    complexity: 100,
    description:
      'Every queue over the records you may see, with its age: what waits for whom, and what is late.',
    resolve: (_root, _args, context) => surveyQueues(context),
  }),
)

async function surveyQueues(context: RequestContext): Promise<SurveyedQueue[]> {
  const { actor, services } = context
  const reach = readReach(actor)
  if (!('roles' in actor) || reach.extent === 'LISTED' || reach.extent === 'PUBLIC') return []
  const timing = await readTiming(context, reach)
  const surveyed = await Promise.all(
    WORK_QUEUES.map(
      async ({
        kind,
        title,
        owners,
        staysWithOwners = false,
        line: ownLine,
        open,
      }): Promise<SurveyedQueue[]> => {
        const queue = open(actor, services.read, timing)
        if (queue === null) return []
        const [count, overdue, oldestSince] = await Promise.all([
          queue.count(),
          queue.overdue?.() ?? 0,
          queue.oldest ? queue.oldest() : queue.page(null, 1).then(([first]) => first?.since ?? null),
        ])
        const line = staysWithOwners ? [] : (ownLine ?? escalationLine(owners))
        return [{ kind, title, owners, line, count, overdue, oldestSince, days: timing.daysOf(kind) }]
      },
    ),
  )
  return surveyed.flat()
}
