import { claimAccount } from '@official-accounts/commands/account/claim-account'
import { newId } from '@official-accounts/db/uuid'
import { builder } from '../../builder.ts'
import { runMutation } from '../../command-field.ts'
import { REFUSAL_ERRORS } from '../../errors.ts'
import { ClaimAccountsInput } from './inputs.ts'

const MOST = 100

interface ClaimOutcome {
  readonly accountId: string
  readonly refusal: string | null
}

const ClaimOutcomeRef = builder.objectRef<ClaimOutcome>('ClaimOutcome').implement({
  description: 'What became of one account of a bulk claim.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    accountId: t.exposeID('accountId', { description: 'The account, by its global id.' }),
    claimed: t.boolean({
      description: 'Whether it is claimed now.',
      resolve: ({ refusal }) => refusal === null,
    }),
    refusal: t.exposeString('refusal', { nullable: true, description: 'Why not; null when it is.' }),
  }),
})

const ClaimAccountsResultRef = builder
  .objectRef<{ groupId: string; outcomes: ClaimOutcome[] }>('ClaimAccountsResult')
  .implement({
    description: 'What became of a bulk claim, account by account.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      groupId: t.exposeID('groupId', { description: 'The id its audit entries share.' }),
      outcomes: t.expose('outcomes', {
        type: [ClaimOutcomeRef],
        description: 'One for each account, in the order given.',
      }),
    }),
  })

builder.mutationField('claimAccounts', (t) =>
  t.field({
    type: ClaimAccountsResultRef,
    authScopes: { signedIn: true },
    description:
      'Claims imported accounts together, each on its own: what is refused does not hold up the rest (V.B.5).',
    args: { input: t.arg({ type: ClaimAccountsInput, required: true, description: 'Which accounts.' }) },
    resolve: async (_root, { input }, context) => {
      const groupId = newId()
      const outcomes: ClaimOutcome[] = []
      for (const accountId of input.accountIds.slice(0, MOST)) {
        const idempotencyKey = input.idempotencyKey ? `${input.idempotencyKey} ${accountId}` : null
        const one = { accountId, personId: input.personId, idempotencyKey }
        outcomes.push({
          accountId,
          refusal: await refusalOf(runMutation(context, claimAccount, one, groupId)),
        })
      }
      for (const accountId of input.accountIds.slice(MOST)) {
        outcomes.push({ accountId, refusal: `At most ${MOST} accounts at once.` })
      }
      return { groupId, outcomes }
    },
  }),
)

async function refusalOf(claim: Promise<unknown>): Promise<string | null> {
  try {
    await claim
    return null
  } catch (error) {
    const known = REFUSAL_ERRORS.some((kind) => error instanceof kind)
    if (known && error instanceof Error) return error.message
    throw error
  }
}
