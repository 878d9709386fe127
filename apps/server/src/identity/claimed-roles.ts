import { grantRole } from '@official-accounts/commands/organization/grant-role'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import { isRole, ROLES, type Role } from '@official-accounts/domain/access/roles'
import type { Services } from '@official-accounts/schema/context'
import { z } from 'zod'
import { SIGN_IN_ACTOR, SYSTEM_SETTINGS } from './system-settings.ts'

const REASON = 'Asserted by the identity provider at sign-in.'

const claimSchema = z.union([z.array(z.string()), z.string().transform((name) => [name])]).catch([])

/**
 * Grants a person the roles that a claim names and that are not held yet, audited as the system's. Only roles of the
 * whole department, and never ADMIN: components are not the identity provider's to give. What is granted stays until an
 * administrator takes it back, also when the claim goes.
 */
export async function grantClaimedRoles(services: Services, personId: string, claim: unknown): Promise<void> {
  const claimed = claimSchema.parse(claim).filter(isGrantable)
  if (claimed.length === 0) return
  const { commands } = services
  const where = { personId, revokedAt: null }
  const grants = await runAs(SYSTEM_SETTINGS, () =>
    commands.client.roleGrant.findMany({ where, select: { role: true } }),
  )
  const held = new Set<Role>(grants.map((grant) => grant.role))
  for (const role of new Set(claimed)) {
    if (held.has(role)) continue
    const call = { actor: SIGN_IN_ACTOR, requestId: null }
    await runCommand(commands, grantRole, call, { personId, role, reason: REASON })
  }
}

function isGrantable(name: string): name is Role {
  return isRole(name) && ROLES[name].scope === 'DEPARTMENT' && name !== 'ADMIN'
}
