import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visiblePrivacyApprovals } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { PrivacyApprovalStanding } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { PrivacyApprovalStandingEnum } from './enums.ts'
import { PrivacyApprovalNode } from './types.ts'

const PrivacyApprovalFilter = builder.inputType('PrivacyApprovalFilter', {
  description: 'Which questions to the Chief Privacy Officer; every condition has to hold.',
  fields: (t) => ({
    standing: t.field({ type: PrivacyApprovalStandingEnum, description: 'Standing so now.' }),
    account: t.id({ description: 'About the account with this global id.' }),
    accessGrant: t.id({ description: 'About the access with this global id.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which they were asked.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  privacyApproval: t.prismaField({
    type: 'PrivacyApproval',
    nullable: true,
    ...INTERNAL,
    description:
      'A question to the Chief Privacy Officer by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.privacyApproval.findFirst({
        ...query,
        where: { AND: [visiblePrivacyApprovals(readReach(actor)), { id: recordId(id, 'PrivacyApproval') }] },
      }),
  }),
  privacyApprovals: t.connection(
    {
      type: PrivacyApprovalNode,
      ...INTERNAL,
      description:
        'What the Chief Privacy Officer was asked and answered, as far as you may see, newest first.',
      args: {
        filter: t.arg({ type: PrivacyApprovalFilter, description: 'Which ones; all when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { standing, account, accessGrant } = args.filter ?? {}
        const where: Prisma.PrivacyApprovalWhereInput = {
          AND: [
            visiblePrivacyApprovals(readReach(context.actor)),
            standing ? standingCondition(standing, requestNow(context)) : {},
            account ? { accountId: recordId(account, 'Account') } : {},
            accessGrant ? { accessGrantId: recordId(accessGrant, 'AccessGrant') } : {},
          ],
        }
        const { privacyApproval } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          privacyApproval.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => privacyApproval.count({ where }) }
      },
    },
    {
      name: 'PrivacyApprovalConnection',
      description: 'A list of questions to the Chief Privacy Officer.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'PrivacyApprovalEdge', description: 'A question to the Chief Privacy Officer in a list.' },
  ),
}))

// What `privacyApprovalStanding` reads, asked of the database.
function standingCondition(standing: PrivacyApprovalStanding, now: Date): Prisma.PrivacyApprovalWhereInput {
  const answered: Prisma.PrivacyApprovalWhereInput = { state: { in: ['APPROVED', 'NOT_PERSONAL'] } }
  switch (standing) {
    case 'IN_FORCE':
      return { AND: [answered, { OR: [{ expiresOn: null }, { expiresOn: { gt: now } }] }] }
    case 'RUN_OUT':
      return { AND: [answered, { expiresOn: { lte: now } }] }
    default:
      return { state: standing }
  }
}
