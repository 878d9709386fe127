import { join } from 'node:path'
import pg from 'pg'
import { withConnection } from './database-connection.ts'
import { APP_GROUP, PUBLIC_GROUP, ensureGroupRoles } from './database-roles.ts'
import { secretFrom } from './embedded/secret-file.ts'

/** One URL for each of the three things that may be done with the database. */
export interface DatabaseUrls {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly publicUrl: string
}

interface Login {
  readonly suffix: string
  readonly group: string
  readonly passwordFile: string
  readonly settings: Readonly<Record<string, string>>
}

// All below the time-out of a transaction (transaction.ts): one that expires during COMMIT could end the process.
const APP_LOGIN: Login = {
  suffix: 'app_login',
  group: APP_GROUP,
  passwordFile: 'app-password',
  settings: {
    statement_timeout: '15s',
    lock_timeout: '8s',
    idle_in_transaction_session_timeout: '20s',
  },
}

const PUBLIC_LOGIN: Login = {
  suffix: 'public_login',
  group: PUBLIC_GROUP,
  passwordFile: 'public-password',
  settings: {
    statement_timeout: '5s',
    lock_timeout: '2s',
    idle_in_transaction_session_timeout: '5s',
    default_transaction_read_only: 'on',
  },
}

/**
 * Makes or updates the logins of the application and of the public schema on the embedded server. Neither
 * owns anything or passes row-level security; what they may do comes from their group role alone.
 *
 * @param dataDir where their random passwords are kept, readable by the owner of the process only
 * @param prefix of the logins' names; tests on somebody's server take another, so as not to touch real ones
 */
export async function ensureLogins(
  ownerUrl: string,
  dataDir: string,
  prefix = 'official_accounts',
): Promise<DatabaseUrls> {
  return withConnection(ownerUrl, async (owner) => {
    async function ensure(login: Login): Promise<string> {
      const password = secretFrom(join(dataDir, login.passwordFile))
      const name = `${prefix}_${login.suffix}`
      await writeLogin(owner, name, password, login)
      return withLogin(ownerUrl, name, password)
    }
    await ensureGroupRoles(owner)
    return { ownerUrl, appUrl: await ensure(APP_LOGIN), publicUrl: await ensure(PUBLIC_LOGIN) }
  })
}

async function writeLogin(owner: pg.Client, name: string, password: string, login: Login): Promise<void> {
  const found = await owner.query('select from pg_roles where rolname = $1', [name])
  const verb = found.rowCount === 0 ? 'create' : 'alter'
  const powers = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  const settings = Object.entries(login.settings)
  await owner.query(`
    ${verb} role ${name} ${powers} password ${pg.escapeLiteral(password)};
    grant ${login.group} to ${name};
    ${settings.map(([key, value]) => `alter role ${name} set ${key} to '${value}';`).join('\n    ')}`)
}

function withLogin(url: string, name: string, password: string): string {
  const changed = new URL(url)
  changed.username = name
  changed.password = password
  return changed.href
}
