import { createHash } from 'node:crypto'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import { SYSTEM_SETTINGS } from './system-settings.ts'

/** How long a sign-in may take at the identity provider, in seconds. */
export const ATTEMPT_SECONDS = 600

/** What has to match when the browser comes back. */
export interface SignInAttempt {
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
}

/** Keeps an attempt under the hash of its state; forgets those that have run out. */
export async function keepAttempt(
  services: Services,
  state: string,
  attempt: SignInAttempt,
  now: Date,
): Promise<void> {
  const { signInAttempt } = services.commands.client
  const expiresAt = new Date(now.getTime() + ATTEMPT_SECONDS * 1000)
  await runAs(SYSTEM_SETTINGS, async () => {
    await signInAttempt.deleteMany({ where: { expiresAt: { lt: now } } })
    await signInAttempt.createMany({
      data: [{ ...attempt, stateHash: hashOf(state), createdAt: now, expiresAt }],
    })
  })
}

/** Takes an attempt away and returns it; null when there is none, it was used before, or it has run out. */
export async function takeAttempt(
  services: Services,
  state: string,
  now: Date,
): Promise<SignInAttempt | null> {
  const { client } = services.commands
  // One statement, so that of two requests with the same state only one gets the row.
  const rows = await runAs(
    SYSTEM_SETTINGS,
    () => client.$queryRaw<{ nonce: string; code_verifier: string; return_to: string; expires_at: Date }[]>`
      DELETE FROM sign_in_attempt WHERE state_hash = ${hashOf(state)}
      RETURNING nonce, code_verifier, return_to, expires_at`,
  )
  const [row] = rows
  if (!row || row.expires_at <= now) return null
  return { nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to }
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}
