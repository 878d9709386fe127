import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import { SYSTEM_SETTINGS } from '../../identity/system-settings.ts'
import type { KnownPerson } from '../inspection/personal-data.ts'

/** Everybody the registry knows, with what identifies them. Programs are nobody. */
export async function knownPeople({ read }: Pick<Services, 'read'>): Promise<readonly KnownPerson[]> {
  const people = await runAs(SYSTEM_SETTINGS, () =>
    read.person.findMany({
      where: { affiliation: { not: 'PROGRAM' } },
      select: { id: true, displayName: true, email: true, identities: { select: { subject: true } } },
    }),
  )
  return people.map(({ id, displayName, email, identities }) => ({
    id,
    displayName,
    // Some identity providers know people by their address.
    emails: [email ?? '', ...identities.map(({ subject }) => subject)].filter((text) => text.includes('@')),
  }))
}
