import { toJson } from '@official-accounts/db/json'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError } from '@official-accounts/domain/errors'
import { PLATFORM_KINDS } from '@official-accounts/domain/platform/platform'
import { platformDomains } from '@official-accounts/domain/platform/platform-domains'
import {
  checkHostsAllowed,
  hostOf,
  readProposal,
  type ProhibitedDomains,
  type ProposedService,
} from '@official-accounts/domain/platform/platform-proposal'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { nameText } from '../name-text.ts'
import { openReviews } from './open-reviews.ts'
import { platformSlug } from './platform-slug.ts'

const input = z.object({
  name: nameText(100, 'Name the platform.'),
  homepageUrl: z.url({ protocol: /^https$/, error: 'An address that begins with https://.' }).max(2000),
  purpose: z
    .string()
    .trim()
    .min(1, 'Say what the department would use it for.')
    .max(4000, 'At most 4,000 characters.'),
  kind: z
    .enum(PLATFORM_KINDS)
    .nullish()
    .transform((kind) => kind ?? 'PROFILE'),
  /** Identity rules of a platform with accounts; the shape of domain/directory/platform-rules. */
  rules: z.unknown().optional(),
  /** The domains of a tool. */
  hosts: z
    .array(z.string().trim().toLowerCase())
    .max(50, 'At most 50 domains.')
    .nullish()
    .transform((hosts) => hosts ?? []),
})

/**
 * Proposes a platform, or a service used as a tool, for use; its reviews are due from that moment (IV.A.2, IV.B.1,
 * IV.C.3, IV.D.1).
 */
export const proposePlatform = defineCommand({
  name: 'proposePlatform',
  permission: 'platform.propose',
  subjectType: 'Platform',
  input,
  subjectId: () => null,
  async lock(tx, { name, ...service }) {
    const slug = platformSlug(name)
    const existing = await tx.platform.findFirst({
      where: {
        OR: [{ slug }, { name: { equals: name, mode: 'insensitive' } }, { alsoCalled: { has: name } }],
      },
      select: { id: true },
    })
    return { slug, existing, prohibited: await readProhibited(tx), ...readService(service) }
  },
  place: () => ({ componentId: null }),
  decide(actor, now, { name, kind, homepageUrl, purpose }, { slug, existing, prohibited, rules, hosts }) {
    if (existing)
      return refuse(conflict('This platform is known here already.', { type: 'Platform', id: existing.id }))
    const domains =
      rules === null ? hosts : platformDomains(rules).map((domain) => domain.replace(/^\*\./, ''))
    const refusal = checkHostsAllowed([...domains, ...ownHost(homepageUrl)], prohibited)
    if (refusal) return refuse(refusal)
    return allow({
      id: newId(now.getTime()),
      slug,
      name,
      kind,
      homepageUrl,
      purpose,
      rules,
      hosts,
      proposedById: personIdOf(actor),
    })
  },
  async apply(tx, { rules, hosts, ...platform }, _locked, { now }) {
    await tx.platform.createMany({
      data: [
        {
          ...platform,
          state: 'PROPOSED',
          rules: rules === null ? undefined : toJson(rules),
          createdAt: now,
          changedAt: now,
        },
      ],
    })
    await makeHosts(tx, platform.id, hosts)
    await openReviews(tx, platform.id, now)
    return {
      result: { type: 'Platform', id: platform.id },
      audit: [
        {
          action: 'platform.propose',
          componentId: null,
          subjectType: 'Platform',
          subjectId: platform.id,
          clauses: ['IV.A.2'],
          reason: platform.purpose,
          changes: [
            { field: 'state', before: null, after: 'PROPOSED' },
            { field: 'name', before: null, after: platform.name },
            { field: 'kind', before: null, after: platform.kind },
          ],
        },
      ],
      events: [{ type: 'platform.proposed', subjectType: 'Platform', subjectId: platform.id }],
    }
  },
})

function readService(service: ProposedService) {
  const { rules, hosts, issues } = readProposal(service)
  if (issues === null) return { rules, hosts }
  const message = 'How the service is reached cannot be read.'
  throw new DomainError({ code: 'INVALID_INPUT', message, issues })
}

function ownHost(homepageUrl: string): readonly string[] {
  const host = hostOf(homepageUrl)
  return host === null ? [] : [host]
}

async function readProhibited(tx: Tx): Promise<readonly ProhibitedDomains[]> {
  return tx.$queryRaw<ProhibitedDomains[]>`
    SELECT p.name, p.prohibited_by_law AS "prohibitedByLaw",
      ARRAY(SELECT h.host FROM platform_host h WHERE h.platform_id = p.id) AS hosts
    FROM platform p WHERE p.state = 'PROHIBITED' ORDER BY p.id`
}

async function makeHosts(tx: Tx, platformId: string, hosts: readonly string[]): Promise<void> {
  await tx.platformHost.createMany({ data: hosts.map((host) => ({ host, platformId })) })
}
