import { createHash, randomBytes } from 'node:crypto'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import { SYSTEM_SETTINGS } from './system-settings.ts'
import { UnauthenticatedError } from './unauthenticated.ts'

const IDLE_MS = 30 * 60_000
const ABSOLUTE_MS = 12 * 3_600_000
const SEEN_EVERY_MS = 60_000

/** How long a browser keeps the session's cookie, in seconds. */
export const SESSION_SECONDS = ABSOLUTE_MS / 1000

/** A session that has been looked up and is good now. */
export interface LiveSession {
  readonly personId: string
  readonly acr: string | null
}

/** A sign-in that the identity provider has vouched for. */
export interface NewSession {
  readonly personId: string
  readonly issuer: string
  readonly acr: string | null
  readonly idToken: string | null
  /** What the provider calls its own session by; null where it does not say. */
  readonly sid: string | null
}

/** Begins a session. Returns its secret, 256 random bits, of which only the hash is kept. */
export async function beginSession(services: Services, session: NewSession, now: Date): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  await runAs(SYSTEM_SETTINGS, async () => {
    await services.commands.client.session.createMany({
      data: [{ ...session, tokenHash: hashOf(secret), createdAt: now, lastSeenAt: now, expiresAt }],
    })
  })
  return secret
}

/**
 * The session of a secret: 12 hours after sign-in at most, and no longer than 30 minutes since it was last used.
 * Throws UnauthenticatedError.
 */
export async function findSession(services: Services, secret: string, now: Date): Promise<LiveSession> {
  const tokenHash = hashOf(secret)
  const session = await runAs(SYSTEM_SETTINGS, () =>
    services.read.session.findUnique({ where: { tokenHash } }),
  )
  if (session === null || session.endedAt !== null) throw new UnauthenticatedError('SESSION_UNKNOWN')
  const idleMs = now.getTime() - session.lastSeenAt.getTime()
  if (now >= session.expiresAt || idleMs > IDLE_MS) throw new UnauthenticatedError('SESSION_EXPIRED')
  if (idleMs >= SEEN_EVERY_MS) await touch(services, tokenHash, now)
  return { personId: session.personId, acr: session.acr }
}

/** Ends a session. Returns the ID token it began with, which the issuer wants to see at sign-out; null when unknown. */
export async function endSession(services: Services, secret: string, now: Date): Promise<string | null> {
  const tokenHash = hashOf(secret)
  const { client } = services.commands
  return runAs(SYSTEM_SETTINGS, async () => {
    const session = await client.session.findUnique({ where: { tokenHash }, select: { idToken: true } })
    await client.session.updateMany({
      where: { tokenHash, endedAt: null },
      data: { endedAt: now, idToken: null },
    })
    return session?.idToken ?? null
  })
}

async function touch(services: Services, tokenHash: string, now: Date): Promise<void> {
  await runAs(SYSTEM_SETTINGS, () =>
    services.commands.client.session.updateMany({
      where: { tokenHash, endedAt: null },
      data: { lastSeenAt: now },
    }),
  )
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
