import type { TestApp } from './create-test-app.ts'

/** Whether a transaction waits for another one's lock. */
export async function isSomebodyWaiting(app: Pick<TestApp, 'owner'>): Promise<boolean> {
  const { rows } = await app.owner.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

/** Asks again and again until it is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Starts work that needs a record while somebody else holds it, does something meanwhile, and lets it go on. */
export async function whileHeld<Result>(
  app: Pick<TestApp, 'owner'>,
  accountId: string,
  work: () => Promise<Result>,
  meanwhile: () => Promise<void>,
): Promise<Result> {
  const holder = await app.owner.connect()
  try {
    await holder.query('begin')
    await holder.query('select from account where id = $1 for update', [accountId])
    const waiting = work()
    await until(() => isSomebodyWaiting(app))
    await meanwhile()
    await holder.query('commit')
    return await waiting
  } finally {
    holder.release()
  }
}
