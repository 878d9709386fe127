import { createHash, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompactSign, exportJWK } from 'jose'
import { DATA_FOLDER, KEY_FILES, MANIFEST_FILES } from './manifest-files.ts'
import type { SigningKey } from './signing-key.ts'

/** A file as the manifest lists it: path below the site's root, bytes, and hexadecimal SHA-256. */
export interface ManifestEntry {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** What the manifest says of the publication as a whole. */
export interface ManifestFacts {
  readonly site: string
  readonly version: string
  /** As of when the pages speak: an ISO 8601 instant. */
  readonly asOf: string
}

/** SHA-256 of bytes, hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Writes the public key among the open data, as JWK set and as PEM. */
export async function writeKeys(pages: string, key: SigningKey): Promise<void> {
  const jwk = await exportJWK(key.publicKey)
  const keys = [{ ...jwk, kid: key.thumbprint, alg: 'EdDSA', use: 'sig' }]
  mkdirSync(join(pages, DATA_FOLDER), { recursive: true })
  writeFileSync(join(pages, KEY_FILES.jwks), `${JSON.stringify({ keys }, null, 2)}\n`)
  writeFileSync(join(pages, KEY_FILES.pem), key.publicKey.export({ type: 'spki', format: 'pem' }))
}

/** Writes the manifest and everything that proves it; answers with the manifest's SHA-256. */
export async function writeManifest(
  pages: string,
  facts: ManifestFacts,
  files: readonly ManifestEntry[],
  key: SigningKey,
): Promise<string> {
  const manifest = Buffer.from(
    `${JSON.stringify({ ...facts, signingKey: key.thumbprint, files }, null, 1)}\n`,
  )
  const digest = sha256(manifest)
  const listed = [...files, { path: MANIFEST_FILES.manifest, sha256: digest }]
  const sums = Buffer.from(listed.map((file) => `${file.sha256}  ${file.path}\n`).join(''))
  writeFileSync(join(pages, MANIFEST_FILES.manifest), manifest)
  writeFileSync(join(pages, MANIFEST_FILES.jws), await detachedJws(manifest, key))
  writeFileSync(join(pages, MANIFEST_FILES.sums), sums)
  writeFileSync(join(pages, MANIFEST_FILES.sumsSignature), sign(null, sums, key.privateKey))
  return digest
}

async function detachedJws(payload: Uint8Array, { privateKey, thumbprint }: SigningKey): Promise<string> {
  const header = { alg: 'EdDSA', kid: thumbprint, typ: 'JOSE' }
  const compact = await new CompactSign(payload).setProtectedHeader(header).sign(privateKey)
  const [head, , signature] = compact.split('.')
  return `${head}..${signature}`
}
