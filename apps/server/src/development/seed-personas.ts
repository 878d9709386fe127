import { grantRole } from '@official-accounts/commands/organization/grant-role'
import { registerPerson } from '@official-accounts/commands/organization/register-person'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Actor } from '@official-accounts/domain/access/actor'
import { ROLES } from '@official-accounts/domain/access/roles'
import { SYSTEM_SETTINGS } from '../identity/system-settings.ts'
import { PERSONAS, PROGRAM, type Persona } from './personas.ts'

const ACTOR: Actor = { kind: 'SYSTEM', process: 'development-seed' }
const REASON = 'A persona for development.'

/**
 * Registers the personas that are not known yet under the development issuer and gives them their roles, by the same
 * commands that register people. Those of a component that does not exist yet are left for the next call.
 *
 * @returns how many were registered
 */
export async function seedPersonas(environment: CommandEnvironment, issuer: string): Promise<number> {
  const known = await knownSubjects(environment, issuer)
  const components = await componentIds(environment)
  const missing = [...PERSONAS, PROGRAM].filter(
    ({ name, component }) => !known.has(name) && (component === null || components.has(component)),
  )
  for (const persona of missing) {
    const componentId = persona.component === null ? null : (components.get(persona.component) ?? null)
    await seedPersona(environment, issuer, persona, componentId)
  }
  return missing.length
}

async function seedPersona(
  environment: CommandEnvironment,
  issuer: string,
  persona: Persona,
  componentId: string | null,
): Promise<void> {
  const call = { actor: ACTOR, requestId: null }
  const { name: subject, displayName, affiliation, roles } = persona
  const registration = { issuer, subject, displayName, affiliation, componentId }
  const person = await runCommand(environment, registerPerson, call, registration)
  for (const role of roles) {
    const place = ROLES[role].scope === 'COMPONENT' ? componentId : null
    await runCommand(environment, grantRole, call, {
      personId: person.id,
      role,
      componentId: place,
      reason: REASON,
    })
  }
}

async function knownSubjects({ client }: CommandEnvironment, issuer: string): Promise<Set<string>> {
  const identities = await runAs(SYSTEM_SETTINGS, () =>
    client.identity.findMany({ where: { issuer }, select: { subject: true } }),
  )
  return new Set(identities.map((identity) => identity.subject))
}

async function componentIds({ client }: CommandEnvironment): Promise<Map<string, string>> {
  const components = await runAs(SYSTEM_SETTINGS, () =>
    client.component.findMany({ select: { id: true, code: true } }),
  )
  return new Map(components.map(({ id, code }) => [code, id]))
}
