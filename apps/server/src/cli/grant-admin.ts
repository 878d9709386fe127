import { grantRole } from '@official-accounts/commands/organization/grant-role'
import { runCommand } from '@official-accounts/commands/run-command'
import type { Actor } from '@official-accounts/domain/access/actor'
import { DomainError } from '@official-accounts/domain/errors'
import type { Config } from '../config.ts'
import { findOrRegisterPerson } from '../identity/register-identity.ts'
import type { Outcome } from './command-line.ts'
import { openRegistry } from './open-registry.ts'

const ACTOR: Actor = { kind: 'SYSTEM', process: 'registry grant-admin' }

/** Whom to make an administrator. */
export interface GrantAdminOptions {
  readonly issuer: string
  readonly subject: string
  readonly name?: string
}

/**
 * Gives the role ADMIN to whom an issuer knows by a subject, registered first when need be: the way in where no
 * administrator exists yet. The grant is audited as the system's.
 */
export async function grantAdmin(config: Config, options: GrantAdminOptions): Promise<Outcome> {
  const { issuer, subject, name } = options
  const { services, close } = await openRegistry(config)
  try {
    const personId = await findOrRegisterPerson(services, issuer, subject, { name: name ?? subject })
    const input = { personId, role: 'ADMIN', reason: 'First administrator, granted from the command line.' }
    await runCommand(services.commands, grantRole, { actor: ACTOR, requestId: null }, input)
    return { ok: true, report: { personId }, lines: [`${subject} is an administrator.`] }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { ok: false, report: { error: error.message, code: error.refusal.code }, lines: [error.message] }
  } finally {
    await close()
  }
}
