import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Every place in the built site where one of the texts stands, compressed files opened first. */
export async function findInSite(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const content = open(await readFile(path))
    for (const text of texts) if (content.includes(text)) found.push(`${text} in ${path}`)
  }
  return found
}

function open(bytes: Buffer): Buffer {
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  return compressed ? gunzipSync(bytes) : bytes
}
