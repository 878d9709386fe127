import { PgBoss } from 'pg-boss'
import type { Queue } from 'pg-boss'
import type pg from 'pg'
import { APP_GROUP } from './database-roles.ts'

/** Schema of the job queue; the server's worker and outbox name it too. */
export const JOB_SCHEMA = 'pgboss'

/** A queue to have: its name and how pg-boss treats its jobs. */
export type JobQueue = Pick<Queue, 'name'> & Omit<Partial<Queue>, 'name'>

/**
 * Installs or upgrades the job queue as the owner, makes the queues that are missing, updates the others,
 * and lets the application use all of it without owning it: pg-boss there starts with `migrate: false`.
 */
export async function installJobSchema(
  ownerUrl: string,
  owner: pg.Client,
  queues: readonly JobQueue[],
): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
    reindex: false,
  })
  const failures: Error[] = []
  boss.on('error', (error) => failures.push(error))
  await boss.start()
  try {
    for (const { name, ...options } of queues) await ensureQueue(boss, name, options)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The job queue could not be installed.')
  await owner.query(grants())
}

async function ensureQueue(boss: PgBoss, name: string, options: Omit<JobQueue, 'name'>): Promise<void> {
  const existing = await boss.getQueue(name)
  if (existing === null) await boss.createQueue(name, options)
  else {
    // What kind of queue it is was settled when it was made; pg-boss refuses to be told again.
    const { policy: _settled, partition: _too, ...changeable } = options
    if (Object.keys(changeable).length > 0) await boss.updateQueue(name, changeable)
  }
}

function grants(): string {
  return `
    grant usage on schema ${JOB_SCHEMA} to ${APP_GROUP};
    grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APP_GROUP};
    grant usage, select on all sequences in schema ${JOB_SCHEMA} to ${APP_GROUP};
    grant execute on all functions in schema ${JOB_SCHEMA} to ${APP_GROUP};`
}
