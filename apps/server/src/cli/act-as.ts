import { loadActor } from '@official-accounts/db/actor-store'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { Services } from '@official-accounts/schema/context'
import type { Config } from '../config.ts'
import { findPerson } from '../identity/register-identity.ts'
import { SYSTEM_SETTINGS } from '../identity/system-settings.ts'

/** Who a verb acts as: the person the identity provider knows by a subject, at the development issuer a persona. */
export async function actAs(
  { identity, publicUrl }: Config,
  services: Services,
  subject: string,
): Promise<Actor> {
  const issuer = identity?.issuer ?? `${publicUrl}/oidc`
  const personId = await findPerson(services, issuer, subject)
  const loaded = personId
    ? await runAs(SYSTEM_SETTINGS, () => loadActor(services.read, personId, null))
    : null
  if (!loaded?.actor) throw new Error(`Nobody is active here whom ${issuer} knows as ${subject}.`)
  return loaded.actor
}
