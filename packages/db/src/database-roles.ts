import pg from 'pg'

/** Group roles that migrations grant to; a login is a member of exactly one of them. */
export const APP_GROUP = 'official_accounts_app'
export const PUBLIC_GROUP = 'official_accounts_public'

/**
 * Makes the two group roles where they are missing. Roles belong to the server and not to a database, so
 * two first starts may race; losing that race is no error.
 *
 * @throws Error with the statements an administrator has to run when the owner may not create roles
 */
export async function ensureGroupRoles(owner: pg.Client): Promise<void> {
  const groups = [APP_GROUP, PUBLIC_GROUP]
  const found = await owner.query('select rolname from pg_roles where rolname = any ($1)', [groups])
  const missing = groups.filter((group) => !found.rows.some((row) => row.rolname === group))
  for (const group of missing) await createGroup(owner, group)
}

async function createGroup(owner: pg.Client, group: string): Promise<void> {
  const statement = `create role ${group} nologin`
  try {
    await owner.query(statement)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    throw new Error(`The owner login may not create roles. Run as an administrator: ${statement};`, {
      cause: error,
    })
  }
}
