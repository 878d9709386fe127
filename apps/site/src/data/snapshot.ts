import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import type { DirectorySnapshot } from './directory-model.ts'
import { directorySnapshot } from './directory-model.ts'
import { DirectoryPullError } from './graphql-request.ts'

/** Writes what a build was made from, with its SHA-256 beside it as `sha256sum -c` reads it. */
export async function writeSnapshot(file: string, snapshot: DirectorySnapshot): Promise<void> {
  const text = `${JSON.stringify(snapshot, null, 1)}\n`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  await writeFile(`${file}.sha256`, `${sha256(text)}  ${file.slice(dirname(file).length + 1)}\n`)
}

/**
 * Reads a snapshot again, so that a build can be repeated without a server.
 * Throws DirectoryPullError when the file is missing, does not match its SHA-256, or has another shape.
 */
export async function readSnapshot(file: string): Promise<DirectorySnapshot> {
  const [text, stated] = await Promise.all([readText(file), readText(`${file}.sha256`)])
  if (stated.slice(0, 64) !== sha256(text)) throw new DirectoryPullError(`${file} does not match its SHA-256`)
  const checked = directorySnapshot.safeParse(JSON.parse(text))
  if (checked.success) return checked.data
  throw new DirectoryPullError(`${file} has an unexpected shape:\n${z.prettifyError(checked.error)}`)
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new DirectoryPullError(`${file} could not be read`, { cause: error })
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
