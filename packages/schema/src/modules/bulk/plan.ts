import { BULK_COMMANDS, type BulkFacts } from '@official-accounts/commands/bulk/bulk-commands'
import { accountFactsSelect, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import type { LockedAnswer } from '@official-accounts/db/facts/certification-facts'
import { readContactPerson } from '@official-accounts/db/facts/training-facts'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import { newId } from '@official-accounts/db/uuid'
import { visibleAccounts } from '@official-accounts/db/visibility'
import { readReach, reaches, writeReach } from '@official-accounts/domain/access/actor'
import { MOST_IN_BULK, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { DomainError } from '@official-accounts/domain/errors'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLError } from 'graphql'
import { badInput } from '../../bad-input.ts'
import { builder, INTERNAL } from '../../builder.ts'
import { privacyAnswersSelect } from '@official-accounts/db/facts/privacy-approval-facts'
import { requestNow, type RequestContext } from '../../context.ts'
import { ClauseRef } from '../../errors.ts'
import { keysetPage } from '../../keyset.ts'
import { accountConditions, AccountFilter } from '../account/filter.ts'
import { ACCOUNT_ORDERS } from '../account/orders.ts'
import { AccountNode } from '../account/types.ts'
import { grantedExceptions } from '../exception/granted.ts'
import { conductFacts } from '../guidance/conduct.ts'
import { GivenValueInput } from '../certification/given-value-input.ts'
import { readAsked } from './asked-answers.ts'
import { BulkActionEnum, BulkOutcomeEnum } from './enums.ts'
import { commonInput, missingInput, namedCertification, type GivenInput } from './common-input.ts'
import { rowOutcome, type RowOutcome } from './row-outcome.ts'

// The columns come with the row; what hangs on it has to be named.
const FACTS = {
  platform: accountFactsSelect.platform,
  contacts: accountFactsSelect.contacts,
  confirmations: accountFactsSelect.confirmations,
  decisions: accountFactsSelect.decisions,
  lawAnswers: accountFactsSelect.lawAnswers,
  privacyApprovals: privacyAnswersSelect,
}

type AccountWithFacts = Prisma.AccountGetPayload<{ include: typeof FACTS }>

interface PlanRow extends RowOutcome {
  readonly account: AccountWithFacts
}

const PlanRowRef = builder.objectRef<PlanRow>('BulkPlanRow').implement({
  description: 'What a bulk action would do to one account.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    account: t.field({ type: AccountNode, description: 'Which account.', resolve: ({ account }) => account }),
    outcome: t.expose('outcome', { type: BulkOutcomeEnum, description: 'What it would mean for it.' }),
    code: t.exposeString('code', { nullable: true, description: 'The refusal’s code; null for a change.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why not; null for a change.' }),
    clauses: t.field({
      type: [ClauseRef],
      description: 'The clauses behind it.',
      resolve: ({ clauses }) => [...clauses],
    }),
  }),
})

builder.queryField('bulkPlan', (t) =>
  t.connection(
    {
      type: PlanRowRef,
      ...INTERNAL,
      description:
        'A dry run: what a bulk action would do to the accounts of a filter. It asks what each mutation would ask, and changes nothing.',
      args: {
        action: t.arg({ type: BulkActionEnum, required: true, description: 'What would be done.' }),
        filter: t.arg({
          type: AccountFilter,
          description: 'To which accounts; all you may see when not given.',
        }),
        personId: t.arg.id({ description: 'The person it names, where it takes one.' }),
        reason: t.arg.string({ description: 'Why, where it takes a reason.' }),
        certificationId: t.arg.id({ description: 'The certification, where it acts on answers in one.' }),
        answers: t.arg({
          type: [GivenValueInput],
          description: 'The answers for each account, where it answers a certification.',
        }),
        note: t.arg.string({ description: 'Said beside them; needed where an answer is NO.' }),
      },
      resolve: async (_root, args, context, info) => {
        const reach = readReach(context.actor)
        const where = {
          AND: [visibleAccounts(reach), ...accountConditions(args.filter ?? {}, reach, requestNow(context))],
        }
        const { account } = context.services.read
        const total = await account.count({ where })
        if (total > MOST_IN_BULK) throw tooMany(total)
        const missing = missingInput(args.action, args)
        if (missing) throw badInput(missing.message)
        const judge = await judgeOf(args, context)
        const query = queryFromInfo({
          context,
          info,
          path: ['edges', 'node', 'account'],
          include: FACTS,
        })
        const page = await keysetPage(args, ACCOUNT_ORDERS.SLUG, (part) =>
          account.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        const shown = page.edges.map(({ node }) => node.id)
        const named = namedCertification(args.action, args)
        const asked = await readAsked(context.services.read, context.actor, named, shown)
        const edges = page.edges.map(({ cursor, node }) => ({
          cursor,
          node: judge(node, asked.get(node.id) ?? null),
        }))
        return { pageInfo: page.pageInfo, edges, total, run: newId() }
      },
    },
    {
      name: 'BulkPlanRowConnection',
      description: 'What a bulk action would do, account by account.',
      fields: (t) => ({
        totalCount: t.exposeInt('total', { description: `To how many accounts; at most ${MOST_IN_BULK}.` }),
        run: t.exposeID('run', {
          description: 'Given to runBulkAction, all whose calls then share one group.',
        }),
      }),
    },
    { name: 'BulkPlanRowEdge', description: 'One account of a bulk action.' },
  ),
)

interface PlanArguments extends GivenInput {
  readonly action: BulkAction
}

async function judgeOf(
  { action, ...given }: PlanArguments,
  context: RequestContext,
): Promise<(account: AccountWithFacts, asked: LockedAnswer | null) => PlanRow> {
  const { actor, services } = context
  const input = commonInput(action, given)
  const { personId } = input
  const person = typeof personId === 'string' ? await readContactPerson(services.read, personId) : null
  const reach = writeReach(actor)
  const granted = await grantedExceptions(context)
  const conduct = await conductFacts(context)
  const now = requestNow(context)
  return (account, asked) => {
    const facts: BulkFacts = {
      ...toAccountFacts(account, granted, conduct),
      writable: reaches(reach, account.componentId),
      // Nothing is changed here, and no bulk action decides on more than the facts.
      stored: null,
      person,
      asked,
    }
    const refusal = asInputError(() =>
      BULK_COMMANDS[action].judge(actor, now, { ...input, accountId: account.id }, facts),
    )
    return { ...rowOutcome(refusal), account }
  }
}

// The input is common to all rows: what is wrong with it is wrong with the whole dry run.
function asInputError<Result>(judge: () => Result): Result {
  try {
    return judge()
  } catch (error) {
    if (error instanceof DomainError) throw badInput(error.message)
    throw error
  }
}

function tooMany(total: number): GraphQLError {
  const [limit, found] = [MOST_IN_BULK, total].map((count) => count.toLocaleString('en-US'))
  return badInput(`A bulk action takes at most ${limit} accounts; this filter has ${found}. Narrow it.`)
}
