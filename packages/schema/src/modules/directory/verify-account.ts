import { verify, type Verification } from '@official-accounts/domain/directory/verify'
import { describeVerification } from '@official-accounts/domain/directory/verify-messages'
import { GraphQLError } from 'graphql'
import { builder, EVERYWHERE } from '../../builder.ts'
import { VerificationOutcomeEnum } from './enums.ts'
import { currentDirectory } from './current-directory.ts'
import { directoryClient } from './queries.ts'

const LONGEST_INPUT = 2000

const VerificationRef = builder.objectRef<Verification>('Verification').implement({
  description: 'Whether an input names an official account, and what is known of it (PUB.2).',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    outcome: t.expose('outcome', { type: VerificationOutcomeEnum, description: 'The answer.' }),
    message: t.string({
      description: 'The answer in plain English.',
      resolve: ({ message }) => describeVerification(message, 'en'),
    }),
    canonicalKey: t.exposeString('canonicalKey', {
      nullable: true,
      description: 'The identity that was understood.',
    }),
    platform: t.prismaField({
      type: 'DirectoryPlatform',
      nullable: true,
      description: 'The platform that was understood.',
      resolve: (query, { platform }, _args, context) =>
        platform
          ? directoryClient(context).directoryPlatform.findFirst({ ...query, where: { slug: platform } })
          : null,
    }),
    account: t.prismaField({
      type: 'DirectoryAccount',
      nullable: true,
      description: 'The listed account; null when there is none.',
      resolve: (query, { entry }, _args, context) =>
        entry
          ? directoryClient(context).directoryAccount.findFirst({ ...query, where: { slug: entry.slug } })
          : null,
    }),
    since: t.expose('since', {
      type: 'Date',
      nullable: true,
      description: 'Since when the answer holds; null when not known.',
    }),
    listedOn: t.expose('listedOn', {
      type: 'Date',
      nullable: true,
      description: 'When the source listed it.',
    }),
    lastConfirmedOn: t.expose('lastConfirmedOn', {
      type: 'Date',
      nullable: true,
      description: 'When its office last confirmed it.',
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'The register behind it, where there is one.',
    }),
    successor: t.prismaField({
      type: 'DirectoryAccount',
      nullable: true,
      description: 'The account that took over.',
      resolve: (query, { successor }, _args, context) =>
        successor
          ? directoryClient(context).directoryAccount.findFirst({ ...query, where: { slug: successor } })
          : null,
    }),
    similar: t.prismaField({
      type: ['DirectoryAccount'],
      description: 'Listed accounts that look like the input.',
      resolve: (query, { similar }, _args, context) =>
        directoryClient(context).directoryAccount.findMany({
          ...query,
          where: { slug: { in: similar.map(({ entry }) => entry.slug) } },
          orderBy: { slug: 'asc' },
        }),
    }),
  }),
})

builder.queryField('verifyAccount', (t) =>
  t.field({
    subGraphs: EVERYWHERE,
    type: VerificationRef,
    description:
      'Whether a profile address, handle or post link names an official account, today or on a date. A date before the first known one is refused with that date.',
    args: {
      input: t.arg.string({ required: true, description: 'What somebody saw, at most 2,000 characters.' }),
      on: t.arg({ type: 'Date', description: 'The day to answer for; today when not given.' }),
    },
    resolve: async (_root, { input, on }, context) => {
      if (input.length > LONGEST_INPUT) throw badInput('input', `At most ${LONGEST_INPUT} characters.`)
      const today = new Date().toISOString().slice(0, 10)
      const directory = await currentDirectory(context.services, today)
      const answer = verify(input, directory, on ? { on } : {})
      if (answer.refused) throw badInput('on', describeVerification(answer.message, 'en'))
      return answer
    },
  }),
)

function badInput(path: string, message: string): GraphQLError {
  return new GraphQLError(`${path}: ${message}`, {
    extensions: { code: 'BAD_USER_INPUT', issues: [{ path, message }] },
  })
}
