import { identityPlatforms } from '@official-accounts/commands/account/identify-account'
import { similarAccounts, type SimilarAccount } from '@official-accounts/db/similar-accounts'
import { visibleAccounts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { lookalikeReasons } from '@official-accounts/domain/directory/lookalike'
import { identify, type Identification } from '@official-accounts/domain/directory/profile-url'
import { GraphQLError } from 'graphql'
import { builder, INTERNAL } from '../../builder.ts'

const LONGEST_URL = 2000

/** How two names look alike. */
export const LookalikeReasonEnum = builder.enumType('LookalikeReason', {
  description: 'How two names look alike.',
  values: Object.fromEntries(
    lookalikeReasons.map((reason) => [reason, { description: describeReason(reason) }]),
  ),
})

function describeReason(reason: (typeof lookalikeReasons)[number]): string {
  const words = {
    INVISIBLE_CHARACTERS: 'They differ in characters that show nothing.',
    MIXED_SCRIPT: 'One mixes letters of several alphabets.',
    CONFUSABLE: 'They differ in characters that look the same.',
    SAME_NAME_OTHER_FORM: 'The same name in another form of address.',
    SAME_NAME_OTHER_PLATFORM: 'The same name on another platform.',
    DISTANCE_ONE: 'They differ in one character.',
    ADDED_CHARACTERS: 'They differ in separators or digits.',
  }
  return words[reason]
}

const SimilarAccountRef = builder.objectRef<SimilarAccount>('SimilarAccount').implement({
  description: 'A registered account whose name looks like this one.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    reason: t.field({
      type: LookalikeReasonEnum,
      description: 'How they look alike.',
      resolve: ({ reason }) => reason,
    }),
    account: t.prismaField({
      type: 'Account',
      description: 'That account.',
      resolve: (query, { id }, _args, { services }) =>
        services.read.account.findFirstOrThrow({ ...query, where: { id } }),
    }),
  }),
})

const ProfileUrlCheckRef = builder.objectRef<Identification>('ProfileUrlCheck').implement({
  description: 'What an address names, and what is registered under it or looks like it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    outcome: t.string({
      description: 'ACCOUNT, HANDLE, NOT_AN_ACCOUNT, UNKNOWN_PLATFORM or PROHIBITED_PLATFORM.',
      resolve: ({ outcome }) => outcome,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it names no account, such as PERSONAL_PROFILE or GROUP.',
      resolve: (found) => (found.outcome === 'NOT_AN_ACCOUNT' ? found.reason : null),
    }),
    handle: t.string({
      nullable: true,
      description: 'The handle it names, without a leading @.',
      resolve: (found) => (found.outcome === 'ACCOUNT' ? found.handle : null),
    }),
    canonicalUrl: t.string({
      nullable: true,
      description: 'The address it will be registered with.',
      resolve: (found) => (found.outcome === 'ACCOUNT' ? found.canonicalUrl : null),
    }),
    platform: t.prismaField({
      type: 'Platform',
      nullable: true,
      description: 'The platform it is on.',
      resolve: (query, found, _args, { services }) =>
        'platform' in found && found.platform
          ? services.read.platform.findFirst({ ...query, where: { slug: found.platform } })
          : null,
    }),
    registered: t.prismaField({
      type: 'Account',
      nullable: true,
      description: 'The account registered under it, as far as you may see.',
      resolve: (query, found, _args, { actor, services }) =>
        found.outcome === 'ACCOUNT'
          ? services.read.account.findFirst({
              ...query,
              where: {
                AND: [
                  visibleAccounts(readReach(actor)),
                  { platform: { slug: found.platform }, canonicalKey: found.canonicalKey },
                  { state: { notIn: ['RETIRED', 'DENIED', 'WITHDRAWN'] } },
                ],
              },
            })
          : null,
    }),
    similar: t.field({
      type: [SimilarAccountRef],
      description: 'Registered accounts that look like it, at most five.',
      resolve: async (found, _args, { services }) =>
        found.outcome === 'ACCOUNT'
          ? [
              ...(await similarAccounts(services.read, {
                platform: found.platform,
                key: found.canonicalKey,
              })),
            ].filter(({ reason }) => reason !== 'SAME_NAME_OTHER_PLATFORM')
          : [],
    }),
  }),
})

builder.queryField('profileUrlCheck', (t) =>
  t.field({
    ...INTERNAL,
    type: ProfileUrlCheckRef,
    description: 'What an address names and what is registered under it: asked while a request is written.',
    args: {
      profileUrl: t.arg.string({ required: true, description: 'The address, at most 2,000 characters.' }),
    },
    resolve: async (_root, { profileUrl }, { services }) => {
      if (profileUrl.length > LONGEST_URL) {
        const message = `profileUrl: at most ${LONGEST_URL} characters.`
        throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
      }
      return identify(profileUrl, await identityPlatforms(services.read))
    },
  }),
)
