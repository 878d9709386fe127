import { registerPerson } from '@official-accounts/commands/organization/register-person'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import { DomainError } from '@official-accounts/domain/errors'
import type { Services } from '@official-accounts/schema/context'
import { z } from 'zod'
import { SIGN_IN_ACTOR, SYSTEM_SETTINGS } from './system-settings.ts'

/** What an identity provider says of somebody, so far as it is used here. Anything malformed counts as not said. */
const claimsSchema = z.object({
  name: z.string().trim().min(1).max(300).optional().catch(undefined),
  preferred_username: z.string().trim().min(1).max(300).optional().catch(undefined),
  email: z.email().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  affiliation: z.enum(['EMPLOYEE', 'CONTRACTOR', 'NON_DEPARTMENT_ENTITY']).optional().catch(undefined),
  organization: z.string().trim().min(1).max(300).optional().catch(undefined),
})

/** The person of an issuer's subject; null when not registered here. */
export async function findPerson(
  services: Services,
  issuer: string,
  subject: string,
): Promise<string | null> {
  const identity = await runAs(SYSTEM_SETTINGS, () =>
    services.commands.client.identity.findFirst({ where: { issuer, subject }, select: { personId: true } }),
  )
  return identity?.personId ?? null
}

/**
 * The person of an issuer's subject, registered at the first sign-in with what the claims say: an employee without
 * any other role. Later changes of the claims change nothing here.
 */
export async function findOrRegisterPerson(
  services: Services,
  issuer: string,
  subject: string,
  claims: unknown,
): Promise<string> {
  const known = await findPerson(services, issuer, subject)
  if (known !== null) return known
  const said = claimsSchema.parse(claims)
  const input = {
    issuer,
    subject,
    displayName: said.name ?? said.preferred_username ?? 'Name not given',
    email: said.email_verified === false ? null : (said.email ?? null),
    affiliation: said.affiliation ?? 'EMPLOYEE',
    organizationName: said.organization ?? null,
  }
  try {
    const call = { actor: SIGN_IN_ACTOR, requestId: null }
    return (await runCommand(services.commands, registerPerson, call, input)).id
  } catch (error) {
    // Another sign-in of the same person was faster.
    const refusal = error instanceof DomainError ? error.refusal : null
    if (refusal?.code === 'CONFLICT' && refusal.existing) return refusal.existing.id
    throw error
  }
}
