import { verify } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { flattenedVerify } from 'jose'
import { z } from 'zod'
import { isManifestFile, MANIFEST_FILES } from './manifest-files.ts'
import type { SigningKey } from './signing-key.ts'

const manifestSchema = z.object({
  files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
})

/**
 * What is wrong with a manifest as it stands on disk: files it does not list, lists and does not have, or has in
 * another size, and signatures that do not hold. Nothing wrong is an empty list.
 */
export async function checkManifest(
  pages: string,
  present: readonly string[],
  key: Pick<SigningKey, 'publicKey'>,
): Promise<readonly string[]> {
  const bytes = readFileSync(join(pages, MANIFEST_FILES.manifest))
  const listed = new Map(
    manifestSchema.parse(JSON.parse(bytes.toString())).files.map((file) => [file.path, file]),
  )
  const there = present.filter((path) => !isManifestFile(path))
  const unlisted = there.filter((path) => statSync(join(pages, path)).size !== listed.get(path)?.size)
  const known = new Set(there)
  const missing = [...listed.keys()].filter((path) => !known.has(path))
  return [
    ...unlisted.map((path) => `${path} is not in the manifest as it is`),
    ...missing.map((path) => `${path} is in the manifest alone`),
    ...((await isSigned(pages, bytes, key)) ? [] : ['a signature does not hold']),
  ]
}

async function isSigned(
  pages: string,
  manifest: Uint8Array,
  { publicKey }: Pick<SigningKey, 'publicKey'>,
): Promise<boolean> {
  const sums = readFileSync(join(pages, MANIFEST_FILES.sums))
  const signature = readFileSync(join(pages, MANIFEST_FILES.sumsSignature))
  const [header = '', , detached = ''] = readFileSync(join(pages, MANIFEST_FILES.jws), 'utf8').split('.')
  const jws = { protected: header, payload: Buffer.from(manifest).toString('base64url'), signature: detached }
  const holds = await flattenedVerify(jws, publicKey, { algorithms: ['EdDSA'] }).then(
    () => true,
    () => false,
  )
  return holds && verify(null, sums, publicKey, signature)
}
