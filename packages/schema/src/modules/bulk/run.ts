import { bulkGroupId } from '@official-accounts/commands/bulk/bulk-group'
import { BULK_COMMANDS, type BulkRow } from '@official-accounts/commands/bulk/bulk-commands'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { MOST_PER_CALL } from '@official-accounts/domain/bulk/bulk-actions'
import { DomainError, invalidInput, notFound, type Refusal } from '@official-accounts/domain/errors'
import { unstorableText } from '@official-accounts/domain/storable-text'
import { builder } from '../../builder.ts'
import { findRecordId } from '../../command-field.ts'
import type { RequestContext } from '../../context.ts'
import { ClauseRef, InvalidInputError, toResultError } from '../../errors.ts'
import { creationInput } from '../../mutation-input.ts'
import { GivenValueInput } from '../certification/given-value-input.ts'
import { readBulkRows } from './asked-answers.ts'
import { commonInput, missingInput, namedCertification } from './common-input.ts'
import { BulkActionEnum, BulkOutcomeEnum } from './enums.ts'
import { rowOutcome, type RowOutcome } from './row-outcome.ts'

interface RanRow extends RowOutcome {
  readonly accountId: string
}

const RanRowRef = builder.objectRef<RanRow>('BulkRowResult').implement({
  description: 'What became of one account of a bulk action.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    accountId: t.exposeID('accountId', { description: 'The account, by its global id.' }),
    outcome: t.expose('outcome', { type: BulkOutcomeEnum, description: 'What became of it.' }),
    code: t.exposeString('code', { nullable: true, description: 'The refusal’s code; null for a change.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why not; null for a change.' }),
    clauses: t.field({
      type: [ClauseRef],
      description: 'The clauses behind it.',
      resolve: ({ clauses }) => [...clauses],
    }),
  }),
})

const BulkRunRef = builder.objectRef<{ groupId: string; rows: RanRow[] }>('BulkRun').implement({
  description: 'What became of a call of a bulk action, account by account.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    groupId: t.exposeID('groupId', { description: 'The id that all audit entries of the run share.' }),
    rows: t.expose('rows', { type: [RanRowRef], description: 'One for each account, in the order given.' }),
  }),
})

const RunBulkActionInput = creationInput(
  'RunBulkActionInput',
  'One action on many accounts, as its dry run showed it.',
  (t) => ({
    action: t.field({ type: BulkActionEnum, required: true, description: 'What is done.' }),
    run: t.id({ required: true, description: 'The run that the dry run gave.' }),
    accountIds: t.idList({
      required: true,
      description: `The accounts, at most ${MOST_PER_CALL} a call; a longer run takes several calls.`,
    }),
    personId: t.id({ description: 'The person it names, where it takes one.' }),
    reason: t.string({ description: 'Why, where it takes a reason.' }),
    certificationId: t.id({ description: 'The certification, where it acts on answers in one.' }),
    answers: t.field({
      type: [GivenValueInput],
      description: 'The answers for each account, where it answers a certification.',
    }),
    note: t.string({ description: 'Said beside them; needed where an answer is NO.' }),
  }),
)

type RunInput = typeof RunBulkActionInput.$inferInput

const LONGEST_KEY = 100
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

builder.mutationField('runBulkAction', (t) =>
  t.field({
    type: BulkRunRef,
    errors: { types: [InvalidInputError] },
    authScopes: { signedIn: true },
    description:
      'Runs one command for each account, each on its own: what is refused does not hold up the rest. A call sent again does nothing twice.',
    args: { input: t.arg({ type: RunBulkActionInput, required: true, description: 'What, to which.' }) },
    resolve: async (_root, { input }, context) => {
      const refusal = checkCall(input)
      if (refusal) throw toResultError(new DomainError(refusal))
      const common = commonInput(input.action, input)
      const actorId = personIdOf(context.actor)
      const groupId = bulkGroupId({ actorId, action: input.action, input: common, run: input.run })
      const named = await readNamed(context, input)
      const rows: RanRow[] = []
      for (const accountId of input.accountIds) {
        const row = named.get(findRecordId(accountId, 'Account') ?? '')
        const refused =
          row === undefined ? notFound('account') : await runRow(context, input, common, { row, groupId })
        rows.push({ ...rowOutcome(refused), accountId })
      }
      return { groupId, rows }
    },
  }),
)

// The accounts that the caller sees; what nobody sees is told by each row.
function readNamed(
  { actor, services }: RequestContext,
  input: RunInput,
): Promise<ReadonlyMap<string, BulkRow>> {
  const ids = input.accountIds.flatMap((id) => findRecordId(id, 'Account') ?? [])
  return readBulkRows(services.read, actor, namedCertification(input.action, input), ids)
}

function checkCall(input: RunInput): Refusal | null {
  const { action, run, accountIds, reason, answers, note, idempotencyKey } = input
  const [issue] = unstorableText({ reason, answers, note, idempotencyKey }, '')
  if (issue) return invalidInput(issue.path, issue.message)
  const missing = missingInput(action, input)
  if (missing) return missing
  if (idempotencyKey && idempotencyKey.length > LONGEST_KEY) {
    return invalidInput('idempotencyKey', `At most ${LONGEST_KEY} characters.`)
  }
  if (!UUID.test(run)) return invalidInput('run', 'This is no run of a dry run.')
  if (accountIds.length <= MOST_PER_CALL) return null
  return invalidInput('accountIds', `At most ${MOST_PER_CALL} accounts a call; send the rest in another one.`)
}

// Without a key of the caller's the group is one: a row of a run happens once, however often its call is sent.
async function runRow(
  { actor, requestId, services }: RequestContext,
  { action, idempotencyKey }: RunInput,
  common: Readonly<Record<string, unknown>>,
  { row, groupId }: { readonly row: BulkRow; readonly groupId: string },
): Promise<Refusal | null> {
  const { accountId } = row
  const call = { actor, requestId, groupId, idempotencyKey: `${idempotencyKey ?? groupId} ${accountId}` }
  try {
    await BULK_COMMANDS[action].run(services.commands, call, { ...common, accountId }, row)
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.refusal
    throw error
  }
}
