import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { calculateJwkThumbprint, exportJWK } from 'jose'
import { ConfigError } from '../../config.ts'

/** The key pair that signs manifests, and what is published of it. */
export interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string
}

/**
 * The Ed25519 key of AUDIT_KEY_FILE (PKCS#8, PEM), or one of this installation's own, made once in the data folder and
 * readable by its owner alone. Throws ConfigError when the named file holds no such key.
 */
export async function loadSigningKey(keyFile: string | null, dataDir: string): Promise<SigningKey> {
  const file = keyFile ?? ownKeyFile(dataDir)
  return toSigningKey(readKey(file))
}

/** The parts of a private key that signing needs. */
export async function toSigningKey(privateKey: KeyObject): Promise<SigningKey> {
  const publicKey = createPublicKey(privateKey)
  const thumbprint = await calculateJwkThumbprint(await exportJWK(publicKey))
  return { privateKey, publicKey, thumbprint }
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, without the file's content.
  }
  throw new ConfigError([`AUDIT_KEY_FILE: ${file} holds no Ed25519 private key in PKCS#8 PEM`])
}

// Linked into place, so that a file of that name is always whole, and two starts agree on one key.
function ownKeyFile(dataDir: string): string {
  const file = join(dataDir, 'signing-key.pem')
  const draft = `${file}.${process.pid}`
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return file
}
