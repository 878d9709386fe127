import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beginBuild, currentBuild, keepNewest, switchTo, useBuild } from './built-folder.ts'
import { runNode } from './run-node.ts'
import { repositoryPath, sourceDigest } from './source-digest.ts'

const SOURCES = [
  'apps/admin',
  'packages/client/src',
  'packages/domain/src',
  'packages/schema/schema.graphql',
  'pnpm-lock.yaml',
]
const BUILDS_KEPT = 2

/** Builds the admin client when its sources have changed, for the address `/admin/`. Returns whether it had to. */
export async function buildAdmin(dataDir: string, signal: AbortSignal): Promise<boolean> {
  const admin = { root: join(dataDir, 'admin') }
  const name = sourceDigest(SOURCES)
  if (currentBuild(admin) === name) return false
  if (existsSync(join(admin.root, 'builds', name))) {
    useBuild(admin, name)
    return false
  }
  const cwd = repositoryPath('apps/admin')
  const folder = beginBuild(admin, name)
  const vite = createRequire(join(cwd, 'package.json')).resolve('vite/package.json')
  const args = [
    join(vite, '../bin/vite.js'),
    'build',
    '--base',
    '/admin/',
    '--outDir',
    folder,
    '--emptyOutDir',
  ]
  await runNode({ args, cwd, env: { NODE_ENV: 'production' }, signal })
  switchTo(admin, folder, name)
  keepNewest(admin, BUILDS_KEPT)
  return true
}
