import { openCertification } from '@official-accounts/commands/certification/open-certification'
import { visibleAccounts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import { builder } from '../../builder.ts'
import { runMutation } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { REFUSAL_ERRORS } from '../../errors.ts'
import { creationInput } from '../../mutation-input.ts'
import { accountConditions, AccountFilter } from '../account/filter.ts'
import { QuestionKindEnum } from './enums.ts'
import { CertificationNode } from './types.ts'

const QuestionInput = builder.inputType('CertificationQuestionInput', {
  description: 'A question to ask of every account.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in answers: small letters, digits and dashes.' }),
    text: t.string({ required: true, description: 'The question.' }),
    kind: t.field({ type: QuestionKindEnum, required: true, description: 'How it is answered.' }),
    choices: t.stringList({ description: 'What may be chosen, for a choice.' }),
    clause: t.string({ required: true, description: 'The id of the clause it is asked for.' }),
  }),
})

const OpenCertificationInput = creationInput('OpenCertificationInput', 'A certification to open.', (t) => ({
  name: t.string({ required: true, description: 'Its name.' }),
  questions: t.field({ type: [QuestionInput], required: true, description: 'What is asked, in order.' }),
  dueOn: t.field({ type: 'Date', required: true, description: 'The last day to answer.' }),
  filter: t.field({
    type: AccountFilter,
    description: 'Of which accounts; of all that are in use when not given.',
  }),
  reminderDays: t.intList({ description: 'So many days before it who has not certified is reminded.' }),
  overdueDays: t.int({ description: 'So many days after it who has not certified is overdue.' }),
}))

const MOST = 20_000

// The filter is a matter of this package: the command is given the accounts it has now, and decides on them under its lock.
builder.mutationField(openCertification.name, (t) =>
  t.prismaField({
    type: CertificationNode,
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description: `Opens a certification over the accounts of a filter; those in use are fixed at this moment (IV.E.3). Permission ${openCertification.permission}.`,
    args: {
      input: t.arg({ type: OpenCertificationInput, required: true, description: 'What is asked for.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { filter, ...rest } = input
      const reach = readReach(context.actor)
      const found = await context.services.read.account.findMany({
        where: {
          AND: [visibleAccounts(reach), ...accountConditions(filter ?? {}, reach, requestNow(context))],
        },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: MOST + 1,
      })
      const accounts = found.map(({ id }) => id)
      const asked = { ...rest, accounts, filter: canonicalJson(filter ?? {}) }
      const { id } = await runMutation(context, openCertification, asked)
      return context.services.read.certification.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
)
