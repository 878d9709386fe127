import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visiblePeople } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import {
  trainingStanding,
  type RequiredCourse,
  type TrainingStanding,
} from '@official-accounts/domain/training/training'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { conductFacts } from '../guidance/conduct.ts'
import { PersonNode } from '../organization/types.ts'

type TrainedPerson = Prisma.PersonGetPayload<{ include: { training: true } }>

interface PersonStanding extends TrainingStanding {
  readonly person: TrainedPerson
}

const StandingRef = builder.objectRef<PersonStanding>('TrainingStanding').implement({
  description: 'Where somebody who answers for accounts stands with the required training (IV.A.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    person: t.field({ type: PersonNode, description: 'Who.', resolve: ({ person }) => person }),
    currentUntil: t.expose('currentUntil', {
      type: 'Date',
      nullable: true,
      description:
        'The first day on which it is no longer current; null when it is not, or none is required.',
    }),
    missing: t.stringList({
      description: 'The required courses that are missing or have run out, by title.',
      resolve: ({ missing }) => [...missing],
    }),
  }),
})

const BY_ID: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]

builder.queryField('trainingStandings', (t) =>
  t.connection(
    {
      type: StandingRef,
      ...INTERNAL,
      description:
        'Whoever answers for accounts or manages them, and until when the training counts, as far as you may see.',
      args: {
        current: t.arg.boolean({
          description: 'Those whose training counts, or the others; all when not given.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const now = requestNow(context)
        const { courses } = await conductFacts(context)
        const { person } = context.services.read
        const answering = answeringPeople(now)
        const required = { AND: [visiblePeople(readReach(context.actor)), answering] }
        const trained = trainedPeople(courses, now)
        const wanted = args.current == null ? {} : args.current ? trained : { NOT: trained }
        const include = { training: true }
        const query = queryFromInfo({ context, info, path: ['edges', 'node', 'person'], include })
        const page = await keysetPage(args, BY_ID, (part) =>
          person.findMany({ ...query, ...part, where: { AND: [required, wanted, part.where] } }),
        )
        return {
          pageInfo: page.pageInfo,
          edges: page.edges.map(({ cursor, node }) => ({
            cursor,
            node: { ...trainingStanding(courses, node.training, now), person: node },
          })),
          countAll: () => person.count({ where: required }),
          countCurrent: () => person.count({ where: { AND: [required, trained] } }),
        }
      },
    },
    {
      name: 'TrainingStandingConnection',
      description: 'Who has to be trained.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many have to be.', resolve: ({ countAll }) => countAll() }),
        currentCount: t.int({
          description: 'How many of them are.',
          resolve: ({ countCurrent }) => countCurrent(),
        }),
      }),
    },
    { name: 'TrainingStandingEdge', description: 'Somebody who has to be trained.' },
  ),
)

// Whoever answers for an account now, or holds the role that does.
function answeringPeople(now: Date): Prisma.PersonWhereInput {
  const held = { validFrom: { lte: now }, OR: [{ validUntil: null }, { validUntil: { gt: now } }] }
  return {
    state: 'ACTIVE',
    OR: [
      { contacts: { some: { endedAt: null } } },
      { roleGrants: { some: { role: 'ACCOUNT_MANAGER', revokedAt: null, ...held } } },
    ],
  }
}

// What trainingStanding() says, asked of the database.
function trainedPeople(courses: readonly RequiredCourse[], now: Date): Prisma.PersonWhereInput {
  const required = courses.filter(
    ({ requiredFrom, endedAt }) => requiredFrom <= now && (endedAt === null || endedAt > now),
  )
  return {
    AND: required.map(({ id: courseId }) => ({ training: { some: { courseId, expiresOn: { gt: now } } } })),
  }
}
