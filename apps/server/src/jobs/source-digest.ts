import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))
const NOT_SOURCES = new Set(['node_modules', 'dist', '.astro', '.cache', 'generated'])

/** A short digest of files and folders of the repository: what is built from them is stale when it changes. */
export function sourceDigest(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(REPOSITORY, file)))
        .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** A folder of the repository as an absolute path. */
export function repositoryPath(path: string): string {
  return join(REPOSITORY, path)
}

function filesUnder(path: string): string[] {
  const found = statSync(join(REPOSITORY, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [path]
  const names = readdirSync(join(REPOSITORY, path)).filter((name) => !NOT_SOURCES.has(name))
  return names.sort().flatMap((name) => filesUnder(join(path, name)))
}
