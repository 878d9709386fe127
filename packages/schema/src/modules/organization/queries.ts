import type { KnownActor } from '@official-accounts/domain/access/actor'
import { readReach } from '@official-accounts/domain/access/actor'
import { mayEver } from '@official-accounts/domain/access/authorize'
import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { ROLES } from '@official-accounts/domain/access/roles'
import { visiblePeople } from '@official-accounts/db/visibility'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { keysetPage, reversed, type SortColumn } from '../../keyset.ts'
import { PersonStateEnum, RoleEnum } from './enums.ts'
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

/** Who is signed in; other modules add what concerns nobody else. */
export const MeRef = builder.objectRef<KnownActor>('Me').implement({
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
const PEOPLE_ORDERS = { NAME: BY_NAME, NAME_DESC: reversed(BY_NAME) } as const

const PersonOrderEnum = builder.enumType('PersonOrder', {
  description: 'In which order people come.',
  values: {
    NAME: { value: 'NAME', description: 'By name.' },
    NAME_DESC: { value: 'NAME_DESC', description: 'By name, from the end.' },
  } as const,
})

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
      description: 'The people you may see, by name when no order is given.',
      args: {
        search: t.arg.string({ description: 'Part of a name.' }),
        state: t.arg({ type: PersonStateEnum, description: 'In this state; all when not given.' }),
        component: t.arg.string({ description: 'Of the component with this code or slug.' }),
        orderBy: t.arg({ type: PersonOrderEnum, defaultValue: 'NAME', description: 'In which order.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { state, component } = args
        const search = args.search?.trim()
        const where = {
          AND: [
            visiblePeople(readReach(context.actor)),
            search ? { displayName: { contains: search, mode: 'insensitive' as const } } : {},
            state ? { state } : {},
            component ? { component: { OR: [{ code: component }, { slug: component }] } } : {},
          ],
        }
        const { person } = context.services.read
        const page = await keysetPage(args, PEOPLE_ORDERS[args.orderBy ?? 'NAME'], (part) =>
          person.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => person.count({ where }) }
      },
    },
    {
      name: 'PersonConnection',
      description: 'A list of people.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'PersonEdge', description: 'A person in a list.' },
  ),
}))
