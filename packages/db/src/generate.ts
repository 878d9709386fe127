import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Run before anything generated exists: this file imports nothing of ours.
const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const prismaFolder = fileURLToPath(new URL('../../../prisma', import.meta.url))
const outputFolder = join(packageFolder, 'src/generated')
const require = createRequire(import.meta.url)

try {
  generate(process.argv.includes('--force'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/**
 * Writes the Prisma client and the Pothos types when the models or their generators have changed. Two runs
 * at once are safe: each works in a folder of its own, and the first to finish puts its result in place.
 */
function generate(force: boolean): void {
  const digest = digestOfInputs()
  if (!force && isFresh(digest)) return
  const workFolder = join(packageFolder, '.cache', `generate-${randomUUID()}`)
  try {
    copyInputs(join(workFolder, 'prisma'))
    runPrisma(join(workFolder, 'prisma/prisma.config.ts'))
    // The schema names its output relative to itself, so a copied schema writes below the copy.
    const result = join(workFolder, 'packages/db/src/generated')
    writeFileSync(join(result, 'digest.txt'), digest)
    putInPlace(result, join(workFolder, 'replaced'), () => !force && isFresh(digest))
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
}

function digestOfInputs(): string {
  const hash = createHash('sha256')
  for (const file of inputFiles()) hash.update(`${file}\0`).update(readFileSync(join(prismaFolder, file)))
  for (const name of ['prisma', '@pothos/plugin-prisma']) hash.update(`${name}@${versionOf(name)}\0`)
  return hash.digest('hex')
}

function inputFiles(): string[] {
  const models = readdirSync(join(prismaFolder, 'models')).filter((name) => name.endsWith('.prisma'))
  const files = models.sort().map((name) => join('models', name))
  return ['schema.prisma', 'prisma.config.ts', 'external-tables.ts', ...files]
}

function versionOf(packageName: string): string {
  const manifest = join(packageFolder, 'node_modules', packageName, 'package.json')
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}

function isFresh(digest: string): boolean {
  try {
    return readFileSync(join(outputFolder, 'digest.txt'), 'utf8') === digest
  } catch {
    return false
  }
}

function copyInputs(target: string): void {
  mkdirSync(join(target, 'models'), { recursive: true })
  for (const file of inputFiles()) copyFileSync(join(prismaFolder, file), join(target, file))
}

function runPrisma(configFile: string): void {
  const cli = join(dirname(require.resolve('prisma/package.json')), 'build/index.js')
  const result = spawnSync(process.execPath, [cli, 'generate', '--config', configFile, '--no-hints'], {
    cwd: packageFolder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [join(packageFolder, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      // Generating needs no schema engine; without a path here the CLI would try to download one.
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (result.status === 0) return
  throw new Error(
    `prisma generate failed:\n${result.stdout ?? ''}${result.stderr ?? result.error?.message ?? ''}`,
  )
}

/** Swaps folders by renaming. When another run was faster, its result stays and ours is dropped. */
function putInPlace(result: string, replaced: string, isDone: () => boolean): void {
  for (let attempt = 0; attempt < 5 && !isDone(); attempt++) {
    renameUnlessMissing(outputFolder, replaced + attempt)
    try {
      renameSync(result, outputFolder)
      return
    } catch (error) {
      if (!isCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error
    }
  }
}

function renameUnlessMissing(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
