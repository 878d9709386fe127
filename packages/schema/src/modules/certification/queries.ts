import { visibleCertificationParts, visibleCertifications } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { CertificationAnswerNode } from './answer-types.ts'
import { CertificationAnswerStateEnum, CertificationStateEnum } from './enums.ts'
import './part-types.ts'
import { CertificationNode } from './types.ts'

const CertificationFilter = builder.inputType('CertificationFilter', {
  description: 'Which certifications; every condition has to hold.',
  fields: (t) => ({
    state: t.field({ type: CertificationStateEnum, description: 'Standing so.' }),
  }),
})

const CertificationAnswerFilter = builder.inputType('CertificationAnswerFilter', {
  description: 'Which answers; every condition has to hold.',
  fields: (t) => ({
    part: t.id({ description: 'Of the part with this global id.' }),
    certification: t.id({ description: 'Of the certification with this global id.' }),
    account: t.id({ description: 'For the account with this global id.' }),
    state: t.field({ type: CertificationAnswerStateEnum, description: 'Standing so.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which certifications were opened.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]
// Within one certification ids follow the accounts' addresses.
const IN_ORDER: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  certification: t.prismaField({
    type: 'Certification',
    nullable: true,
    ...INTERNAL,
    description: 'A certification by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.certification.findFirst({
        ...query,
        where: { AND: [visibleCertifications(readReach(actor)), { id: recordId(id, 'Certification') }] },
      }),
  }),
  certificationPart: t.prismaField({
    type: 'CertificationPart',
    nullable: true,
    ...INTERNAL,
    description: 'A component’s part by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.certificationPart.findFirst({
        ...query,
        where: {
          AND: [visibleCertificationParts(readReach(actor)), { id: recordId(id, 'CertificationPart') }],
        },
      }),
  }),
  certifications: t.connection(
    {
      type: CertificationNode,
      ...INTERNAL,
      description: 'Certifications that ask something of components you may see, newest first.',
      args: { filter: t.arg({ type: CertificationFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { state } = args.filter ?? {}
        const where = { AND: [visibleCertifications(readReach(context.actor)), state ? { state } : {}] }
        const { certification } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          certification.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => certification.count({ where }) }
      },
    },
    {
      name: 'CertificationConnection',
      description: 'A list of certifications.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'CertificationEdge', description: 'A certification in a list.' },
  ),
  certificationAnswers: t.connection(
    {
      type: CertificationAnswerNode,
      ...INTERNAL,
      description: 'Accounts with their answers, certification by certification, by the accounts’ addresses.',
      args: {
        filter: t.arg({ type: CertificationAnswerFilter, description: 'Which ones; all when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { part, certification, account, state } = args.filter ?? {}
        const where = {
          AND: [
            visibleCertificationParts(readReach(context.actor)),
            part ? { partId: recordId(part, 'CertificationPart') } : {},
            certification ? { certificationId: recordId(certification, 'Certification') } : {},
            account ? { accountId: recordId(account, 'Account') } : {},
            state ? { state } : {},
          ],
        }
        const { certificationAnswer } = context.services.read
        const page = await keysetPage(args, IN_ORDER, (place) =>
          certificationAnswer.findMany({ ...query, ...place, where: { AND: [where, place.where] } }),
        )
        return { ...page, countAll: () => certificationAnswer.count({ where }) }
      },
    },
    {
      name: 'CertificationAnswerConnection',
      description: 'A list of accounts with their answers.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'CertificationAnswerEdge', description: 'An account with its answer in a list.' },
  ),
}))
