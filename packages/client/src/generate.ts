import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const generated = new URL('./generated/', import.meta.url)
const stamp = new URL('schema.sha256', generated)
const schema = new URL('../../schema/schema.graphql', import.meta.url)

/**
 * Brings `generated/introspection.d.ts` up to date with the printed schema; does nothing when it already is.
 * Returns whether it wrote. Fails with gql.tada's own words when the schema cannot be read.
 */
export async function generateClientTypes(options: { force?: boolean } = {}): Promise<boolean> {
  const digest = createHash('sha256')
    .update(await readFile(schema))
    .digest('hex')
  if (!options.force && (await readStamp()) === digest) return false
  await mkdir(generated, { recursive: true })
  const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url))
  const cli = fileURLToPath(new URL('./bin/cli.js', import.meta.resolve('gql.tada/package.json')))
  await promisify(execFile)(process.execPath, [cli, 'generate-output', '--tsconfig', tsconfig])
  await writeFile(stamp, digest)
  return true
}

async function readStamp(): Promise<string | null> {
  try {
    await readFile(new URL('introspection.d.ts', generated))
    return await readFile(stamp, 'utf8')
  } catch {
    return null
  }
}

if (import.meta.main) await generateClientTypes({ force: process.argv.includes('--force') })
