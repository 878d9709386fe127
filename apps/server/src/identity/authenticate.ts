import { loadActor, loadActorBySubject, type LoadedActor } from '@official-accounts/db/actor-store'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Actor, KnownActor } from '@official-accounts/domain/access/actor'
import type { Services } from '@official-accounts/schema/context'
import type { Config } from '../config.ts'
import { createActorCache } from './actor-cache.ts'
import { readBearer, verifyBearer, type TokenSubject } from './bearer-token.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { RequestHeaders } from './request-headers.ts'
import { readSessionCookie } from './session-cookie.ts'
import { findSession } from './session-store.ts'
import { SYSTEM_SETTINGS } from './system-settings.ts'
import { UnauthenticatedError } from './unauthenticated.ts'

/** What authentication needs from outside. */
export interface AuthenticationOptions {
  readonly services: Services
  readonly identityProvider: () => Promise<IdentityProvider>
  readonly config: Pick<Config, 'requiredAcr'>
}

/** Who sends a request, by the headers it came with. */
export type Authenticate = (headers: RequestHeaders) => Promise<Actor>

/**
 * Makes the function that tells who sends a request: the holder of a session, the subject of a bearer token, or nobody
 * known when it carries neither. It throws UnauthenticatedError for a credential that is not good.
 */
export function createAuthenticate(options: AuthenticationOptions): Authenticate {
  const { services, identityProvider, config } = options
  const { requiredAcr } = config
  const at = () => services.commands.at?.() ?? null
  const { client } = services.commands
  const remember = createActorCache(services)
  const load: typeof remember = (key, read) => remember(key, () => runAs(SYSTEM_SETTINGS, read))
  return async function authenticate(headers) {
    const authorization = headers.get('authorization')
    if (authorization !== null) {
      const token = readBearer(authorization)
      const known = await verifyBearer(await identityProvider(), token)
      const key = `subject ${JSON.stringify([known.issuer, known.subject, known.acr])}`
      const loaded = await load(key, () => loadActorBySubject(client, known, { at: at() }))
      if (isSignedOut(known, loaded)) throw new UnauthenticatedError('SIGNED_OUT')
      return weighed(actorOf(loaded), requiredAcr)
    }
    const secret = readSessionCookie(headers.get('cookie'))
    if (secret === null) return { kind: 'ANONYMOUS' }
    const now = services.commands.at?.() ?? new Date()
    const { personId, acr } = await findSession(services, secret, now)
    const key = `person ${JSON.stringify([personId, acr])}`
    return weighed(
      actorOf(await load(key, () => loadActor(client, personId, acr, { at: at() }))),
      requiredAcr,
    )
  }
}

// Both instants are the provider's, to the second: a token of the very second of the sign-out is taken for an older one.
function isSignedOut({ issuedAt }: TokenSubject, { signedOutAt }: LoadedActor): boolean {
  return signedOutAt !== null && issuedAt <= signedOutAt
}

// As in a sign-in's acr_values, the setting may name several contexts, and one of them is enough.
function weighed(actor: KnownActor, requiredAcr: string | null): Actor {
  const needed = requiredAcr?.split(/\s+/).filter((each) => each !== '') ?? []
  const isEnough = needed.length === 0 || (actor.acr !== null && needed.includes(actor.acr))
  return isEnough ? actor : { ...actor, neededAcr: needed }
}

function actorOf({ actor, known }: LoadedActor): KnownActor {
  if (!known) throw new UnauthenticatedError('PERSON_UNKNOWN')
  if (actor === null) throw new UnauthenticatedError('PERSON_DEACTIVATED')
  return actor
}
