import { mayReadOutages, visibleNotifications } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { DEFAULT_MAIL_PREFERENCE } from '@official-accounts/domain/notification/notification'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { MeRef } from '../organization/queries.ts'
import { MailPreferenceEnum } from './enums.ts'
import { NotificationNode } from './types.ts'

// Ids are UUIDv7: their order is the order in which people were told.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  notifications: t.connection(
    {
      type: NotificationNode,
      ...INTERNAL,
      description: 'What you were told, newest first: your own and nobody else’s.',
      args: { unread: t.arg.boolean({ description: 'Only what you have not read.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = {
          AND: [visibleNotifications(readReach(context.actor)), args.unread ? { readAt: null } : {}],
        }
        const { notification } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          notification.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => notification.count({ where }) }
      },
    },
    {
      name: 'NotificationConnection',
      description: 'A list of notifications.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'NotificationEdge', description: 'A notification in a list.' },
  ),
  mailOutage: t.prismaField({
    type: 'MailOutage',
    nullable: true,
    ...INTERNAL,
    description:
      'The outage of the mail server that goes on; null for none, and for whom it is no business of.',
    resolve: (query, _root, _args, { actor, services }) =>
      mayReadOutages(readReach(actor))
        ? services.read.mailOutage.findFirst({ ...query, where: { endedAt: null } })
        : null,
  }),
}))

builder.objectFields(MeRef, (t) => ({
  unreadNotifications: t.int({
    description: 'How much of what you were told you have not read.',
    resolve: ({ personId }, _args, { services }) =>
      services.read.notification.count({ where: { personId, readAt: null } }),
  }),
  mailPreference: t.field({
    type: MailPreferenceEnum,
    description: 'How you are told by e-mail; at once where you have set nothing.',
    async resolve({ personId }, _args, { services }) {
      const found = await services.read.notificationPreference.findFirst({ where: { personId } })
      return found?.mail ?? DEFAULT_MAIL_PREFERENCE
    },
  }),
}))
