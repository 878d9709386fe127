import { loadActor } from '@official-accounts/db/actor-store'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { Services } from '@official-accounts/schema/context'
import { readBearer, verifyBearer } from './bearer-token.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { findPerson } from './register-identity.ts'
import { readSessionCookie } from './session-cookie.ts'
import { findSession } from './session-store.ts'
import { SYSTEM_SETTINGS } from './system-settings.ts'
import { UnauthenticatedError } from './unauthenticated.ts'

/** What authentication needs from outside. */
export interface AuthenticationOptions {
  readonly services: Services
  readonly identityProvider: () => Promise<IdentityProvider>
}

/** Who sends a request, by the headers it came with. */
export type Authenticate = (headers: Headers) => Promise<Actor>

/**
 * Makes the function that tells who sends a request: the holder of a session, the subject of a bearer token, or nobody
 * known when it carries neither. It throws UnauthenticatedError for a credential that is not good.
 */
export function createAuthenticate(options: AuthenticationOptions): Authenticate {
  const { services, identityProvider } = options
  return async function authenticate(headers) {
    const authorization = headers.get('authorization')
    if (authorization !== null) {
      const token = readBearer(authorization)
      const { issuer, subject, acr } = await verifyBearer(await identityProvider(), token)
      const personId = await findPerson(services, issuer, subject)
      if (personId === null) throw new UnauthenticatedError('PERSON_UNKNOWN')
      return actorOf(services, personId, acr)
    }
    const secret = readSessionCookie(headers.get('cookie'))
    if (secret === null) return { kind: 'ANONYMOUS' }
    const now = services.commands.at?.() ?? new Date()
    const { personId, acr } = await findSession(services, secret, now)
    return actorOf(services, personId, acr)
  }
}

async function actorOf(services: Services, personId: string, acr: string | null): Promise<Actor> {
  const at = services.commands.at?.() ?? null
  const { actor } = await runAs(SYSTEM_SETTINGS, () => loadActor(services.read, personId, acr, at))
  if (actor === null) throw new UnauthenticatedError('PERSON_DEACTIVATED')
  return actor
}
