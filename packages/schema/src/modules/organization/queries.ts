import type { KnownActor } from '@official-accounts/domain/access/actor'
import { readReach } from '@official-accounts/domain/access/actor'
import { mayEver } from '@official-accounts/domain/access/authorize'
import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { ROLES } from '@official-accounts/domain/access/roles'
import { visiblePeople } from '@official-accounts/db/visibility'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { RoleEnum } from '../enums.ts'
import { PersonNode } from './types.ts'

const HeldRoleRef = builder.objectRef<KnownActor['roles'][number]>('HeldRole').implement({
  description: 'A role you hold now.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'Which role.' }),
    title: t.string({ description: 'Its title.', resolve: ({ role }) => ROLES[role].title }),
    componentIds: t.idList({
      description: 'The components it covers; empty for the department’s roles.',
      resolve: ({ componentIds }) => [...componentIds],
    }),
    delegationId: t.id({
      nullable: true,
      description: 'The delegation it is lent by; null for a role of your own.',
      resolve: ({ lending }) => (lending ? encodeGlobalID('Delegation', lending.delegationId) : null),
    }),
  }),
})

const MeRef = builder.objectRef<KnownActor>('Me').implement({
  description: 'Who you are here, and what you may do.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    displayName: t.exposeString('displayName', { description: 'Your name as colleagues see it.' }),
    actor: t.prismaField({
      type: 'Person',
      description: 'Your record.',
      resolve: (query, { personId }, _args, { services }) =>
        services.read.person.findFirstOrThrow({ ...query, where: { id: personId } }),
    }),
    roles: t.field({
      type: [HeldRoleRef],
      description: 'The roles you hold now.',
      resolve: ({ roles }) => [...roles],
    }),
    permissions: t.stringList({
      description:
        'What you may ever do, somewhere; each record’s availableActions say what you may do to it now.',
      resolve: (actor) => PERMISSION_NAMES.filter((permission) => mayEver(actor, permission)),
    }),
  }),
})

interface PersonRow {
  readonly id: string
  readonly displayName: string
}

const BY_NAME: readonly SortColumn<PersonRow>[] = [
  { field: 'displayName', direction: 'asc', type: 'text', value: ({ displayName }) => displayName },
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  me: t.field({
    type: MeRef,
    nullable: true,
    ...INTERNAL,
    description: 'Who you are; null for a caller that is no person or program.',
    resolve: (_root, _args, { actor }) => ('personId' in actor ? actor : null),
  }),
  components: t.prismaField({
    type: ['Component'],
    ...INTERNAL,
    description: 'Every part of the department, by its short name.',
    resolve: (query, _root, _args, { services }) =>
      services.read.component.findMany({ ...query, orderBy: [{ code: 'asc' }], take: 1000 }),
  }),
  people: t.connection(
    {
      type: PersonNode,
      ...INTERNAL,
      description: 'The people you may see, by name.',
      args: { search: t.arg.string({ description: 'Part of a name.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const search = args.search?.trim()
        const where = {
          AND: [
            visiblePeople(readReach(context.actor)),
            search ? { displayName: { contains: search, mode: 'insensitive' as const } } : {},
          ],
        }
        return keysetPage(args, BY_NAME, (page) =>
          context.services.read.person.findMany({ ...query, ...page, where: { AND: [where, page.where] } }),
        )
      },
    },
    { name: 'PersonConnection', description: 'A list of people.' },
    { name: 'PersonEdge', description: 'A person in a list.' },
  ),
}))
