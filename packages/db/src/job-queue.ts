import { PgBoss } from 'pg-boss'
import { JOB_SCHEMA } from './job-schema.ts'

/** The job queue, as commands and the worker use it. */
export type JobBoss = PgBoss

/**
 * Opens the job queue as the application, which owns nothing and therefore never migrates.
 *
 * @param report called with what goes wrong in the background, such as a lost connection
 */
export async function startJobQueue(appUrl: string, report: (error: Error) => void): Promise<JobBoss> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    max: 4,
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener a lost connection would end the process.
  boss.on('error', report)
  await boss.start()
  return boss
}
