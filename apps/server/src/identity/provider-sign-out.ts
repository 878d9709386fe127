import { createHash } from 'node:crypto'
import { runAs } from '@official-accounts/db/actor-settings'
import { transaction, type Tx } from '@official-accounts/db/transaction'
import type { Services } from '@official-accounts/schema/context'
import type { LogoutToken } from './logout-token.ts'
import { SYSTEM_SETTINGS } from './system-settings.ts'

/**
 * Does what a logout token says, all of it or nothing: ends the sessions of a subject, or those that rest on one session
 * of the provider's (where both are named, of both), and refuses from now on the access tokens issued before (V.B.5).
 *
 * @returns how many sessions ended; null for a token that was honoured before
 */
export async function honourLogout(
  { commands }: Services,
  token: LogoutToken,
  now: Date,
): Promise<number | null> {
  return runAs(SYSTEM_SETTINGS, () =>
    transaction(commands.client, async (tx) => {
      if (!(await rememberToken(tx, token, now))) return null
      await refuseTokens(tx, token)
      return endSessions(tx, token, now)
    }),
  )
}

// Forgets those that are too old anyway.
async function rememberToken(tx: Tx, { issuer, jti, expiresAt }: LogoutToken, now: Date): Promise<boolean> {
  const tokenHash = createHash('sha256')
    .update(JSON.stringify([issuer, jti]))
    .digest('hex')
  await tx.logoutToken.deleteMany({ where: { expiresAt: { lt: now } } })
  const data = [{ tokenHash, receivedAt: now, expiresAt }]
  const { count } = await tx.logoutToken.createMany({ data, skipDuplicates: true })
  return count === 1
}

async function endSessions(tx: Tx, { issuer, subject, sid }: LogoutToken, now: Date): Promise<number> {
  const ofSubject = subject === null ? {} : { person: { identities: { some: { issuer, subject } } } }
  const { count } = await tx.session.updateMany({
    where: { issuer, endedAt: null, ...ofSubject, ...(sid === null ? {} : { sid }) },
    data: { endedAt: now, idToken: null },
  })
  return count
}

// An access token does not say on which of the provider's sessions it rests: whoever is signed out of one gets new ones.
// A session that is not known here is believed to be the subject's; one that is known to be another's is not.
async function refuseTokens(tx: Tx, { issuer, subject, sid, issuedAt }: LogoutToken): Promise<void> {
  await tx.$executeRaw`
    UPDATE identity i SET signed_out_at = greatest(i.signed_out_at, ${issuedAt}::timestamptz)
    WHERE i.issuer = ${issuer} AND (${subject}::text IS NULL OR i.subject = ${subject})
      AND (${sid}::text IS NULL
        OR EXISTS (SELECT FROM session s WHERE s.issuer = i.issuer AND s.sid = ${sid} AND s.person_id = i.person_id)
        OR (${subject}::text IS NOT NULL
          AND NOT EXISTS (SELECT FROM session s WHERE s.issuer = i.issuer AND s.sid = ${sid})))`
}
