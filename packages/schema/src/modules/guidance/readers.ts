import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visiblePeople } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { PersonNode } from '../organization/types.ts'

type PersonWithReading = Prisma.PersonGetPayload<{ include: { acknowledgements: true } }>

interface Reader {
  readonly person: PersonWithReading
  readonly acknowledgedAt: Date | null
}

const ReaderRef = builder.objectRef<Reader>('GuidanceReader').implement({
  description: 'Somebody who has to acknowledge a version, by a role held now.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    person: t.field({ type: PersonNode, description: 'Who.', resolve: ({ person }) => person }),
    acknowledgedAt: t.expose('acknowledgedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the person did; null when not yet.',
    }),
  }),
})

const BY_ID: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]

builder.queryField('guidanceReaders', (t) =>
  t.connection(
    {
      type: ReaderRef,
      ...INTERNAL,
      description: 'Who has to acknowledge a version and who has, as far as you may see (IV.A.3, OIG.3).',
      args: {
        version: t.arg.id({ required: true, description: 'Which version, by global id.' }),
        acknowledged: t.arg.boolean({
          description: 'Those who have, or those who have not; all when not given.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const { person, guidanceVersion } = context.services.read
        const versionId = recordId(args.version, 'GuidanceVersion')
        const version = await guidanceVersion.findFirst({ where: { id: versionId }, select: { roles: true } })
        const required: Prisma.PersonWhereInput = {
          AND: [visiblePeople(readReach(context.actor)), holding(version?.roles ?? [], requestNow(context))],
        }
        const have = { acknowledgements: { some: { versionId } } }
        const wanted = args.acknowledged == null ? {} : args.acknowledged ? have : { NOT: have }
        const where = { AND: [required, wanted] }
        const include = { acknowledgements: { where: { versionId } } }
        const query = queryFromInfo({ context, info, path: ['edges', 'node', 'person'], include })
        const page = await keysetPage(args, BY_ID, (part) =>
          person.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return {
          pageInfo: page.pageInfo,
          edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toReader(node) })),
          countAll: () => person.count({ where: required }),
          countHave: () => person.count({ where: { AND: [required, have] } }),
        }
      },
    },
    {
      name: 'GuidanceReaderConnection',
      description: 'Who has to acknowledge a version.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many have to.', resolve: ({ countAll }) => countAll() }),
        acknowledgedCount: t.int({
          description: 'How many of them have.',
          resolve: ({ countHave }) => countHave(),
        }),
      }),
    },
    { name: 'GuidanceReaderEdge', description: 'Somebody who has to acknowledge a version.' },
  ),
)

function toReader(person: PersonWithReading): Reader {
  return { person, acknowledgedAt: person.acknowledgements[0]?.acknowledgedAt ?? null }
}

/** People who are active and hold one of these roles now. */
function holding(roles: readonly Role[], now: Date): Prisma.PersonWhereInput {
  return {
    state: 'ACTIVE',
    roleGrants: {
      some: {
        role: { in: [...roles] },
        revokedAt: null,
        validFrom: { lte: now },
        OR: [{ validUntil: null }, { validUntil: { gt: now } }],
      },
    },
  }
}
