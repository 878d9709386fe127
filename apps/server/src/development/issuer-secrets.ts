import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { secretFrom } from '@official-accounts/db/embedded/secret-file'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'

/** What the development issuer keeps over restarts, so that tokens and sign-ins under way survive one. */
export interface IssuerSecrets {
  readonly signingKey: JWK
  readonly cookieKey: string
  readonly clientSecret: string
  readonly programSecret: string
}

const ALGORITHM = 'ES256'
const keySchema = z.looseObject({ kty: z.literal('EC'), d: z.string(), kid: z.string() })

/** Reads the secrets in a data folder; makes them the first time. Readable by the owner of the process only. */
export async function issuerSecrets(dataDir: string): Promise<IssuerSecrets> {
  const folder = join(dataDir, 'development-issuer')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    signingKey: await signingKeyFrom(join(folder, 'signing-key.json')),
    cookieKey: secretFrom(join(folder, 'cookie-key')),
    clientSecret: secretFrom(join(folder, 'client-secret')),
    programSecret: secretFrom(join(folder, 'program-secret')),
  }
}

async function signingKeyFrom(file: string): Promise<JWK> {
  const kept = readKey(file)
  if (kept !== null) return kept
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: ALGORITHM, use: 'sig', kid: 'development' }
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 })
  return key
}

function readKey(file: string): JWK | null {
  try {
    return keySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Missing, or half-written by a process that was killed: sign-ins start anew with another key.
    return null
  }
}
