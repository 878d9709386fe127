import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleDelegations } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { DelegationStanding } from '@official-accounts/domain/delegation/delegation'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { DelegationKindEnum, DelegationStandingEnum } from './enums.ts'
import { DelegationNode } from './types.ts'

const DelegationFilter = builder.inputType('DelegationFilter', {
  description: 'Which records of delegation; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: DelegationKindEnum, description: 'Of this kind.' }),
    standing: t.field({ type: DelegationStandingEnum, description: 'Standing so now.' }),
    person: t.id({ description: 'From or to the person with this global id.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which they were recorded.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  delegation: t.prismaField({
    type: 'Delegation',
    nullable: true,
    ...INTERNAL,
    description: 'A record of delegation by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.delegation.findFirst({
        ...query,
        where: { AND: [visibleDelegations(readReach(actor)), { id: recordId(id, 'Delegation') }] },
      }),
  }),
  delegations: t.connection(
    {
      type: DelegationNode,
      ...INTERNAL,
      description: 'Delegations, acting officials, covers and recusals as far as you may see, newest first.',
      args: { filter: t.arg({ type: DelegationFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { kind, standing, person } = args.filter ?? {}
        const where: Prisma.DelegationWhereInput = {
          AND: [
            visibleDelegations(readReach(context.actor)),
            kind ? { kind } : {},
            standing ? standingCondition(standing, requestNow(context)) : {},
            person ? partyCondition(recordId(person, 'Person')) : {},
          ],
        }
        const { delegation } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          delegation.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => delegation.count({ where }) }
      },
    },
    {
      name: 'DelegationConnection',
      description: 'A list of delegations.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'DelegationEdge', description: 'A delegation in a list.' },
  ),
}))

function partyCondition(personId: string): Prisma.DelegationWhereInput {
  return { OR: [{ delegatorId: personId }, { delegateId: personId }] }
}

// The dates that `delegationStanding` reads, asked of the database.
function standingCondition(standing: DelegationStanding, now: Date): Prisma.DelegationWhereInput {
  switch (standing) {
    case 'REVOKED':
      return { revokedAt: { not: null } }
    case 'UPCOMING':
      return { revokedAt: null, endedAt: null, validFrom: { gt: now } }
    case 'ENDED':
      return {
        revokedAt: null,
        OR: [{ endedAt: { not: null } }, { validFrom: { lte: now }, validUntil: { lte: now } }],
      }
    case 'IN_FORCE':
      return {
        revokedAt: null,
        endedAt: null,
        validFrom: { lte: now },
        OR: [{ validUntil: null }, { validUntil: { gt: now } }],
      }
  }
}
