import { chownSync, readFileSync, statSync } from 'node:fs'

/** The operating system identity the database server runs under. */
export interface ServerIdentity {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as itself (undefined); root lends it to the
 * owner of the existing cluster, else to `postgres`, else to `nobody`.
 *
 * @throws Error when root finds none of these
 */
export function serverIdentity(clusterFolder: string): ServerIdentity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody')
  if (entry === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". ' +
        'Start as an ordinary user, or set DATABASE_URL to a server of your own.',
    )
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}

/** Gives a file or folder to the server's identity. Containers that map a single user cannot do that. */
export function giveTo(identity: ServerIdentity | undefined, path: string): void {
  if (identity === undefined) return
  try {
    chownSync(path, identity.uid, identity.gid)
  } catch (error) {
    throw new Error(
      `Root may not hand ${path} to user ${identity.uid} here (a container with a single user?). ` +
        'Start as an ordinary user, or set DATABASE_URL to a server of your own.',
      { cause: error },
    )
  }
}
