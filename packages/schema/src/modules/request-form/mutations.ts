import { adoptRequestForm } from '@official-accounts/commands/request-form/adopt-request-form'
import { builder } from '../../builder.ts'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { QuestionKindEnum, RequestDetailEnum } from './enums.ts'
import { RequestFormNode } from './types.ts'

const RequestQuestionInput = builder.inputType('RequestQuestionInput', {
  description: 'A further question of a form.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'What its answers are kept under; the same in every version that asks it.',
    }),
    label: t.string({ required: true, description: 'What is asked.' }),
    help: t.string({ description: 'What helps to answer it.' }),
    kind: t.field({ type: QuestionKindEnum, required: true, description: 'How it is answered.' }),
    choices: t.stringList({ description: 'What may be chosen, where it is a choice.' }),
    required: t.boolean({ required: true, description: 'Whether every request answers it.' }),
    clause: t.string({ description: 'The id of the clause that asks.' }),
    risk: t.boolean({
      description: 'Whether a yes asks for the advice of Civil Rights and Civil Liberties (IV.D.1).',
    }),
  }),
})

const AdoptRequestFormInput = changeInput(
  'AdoptRequestFormInput',
  'The next version of the form; expectedVersion is the version it replaces.',
  (t) => ({
    requiredDetails: t.field({
      type: [RequestDetailEnum],
      required: true,
      description: 'Which details it demands; those a clause demands cannot be left out.',
    }),
    questions: t.field({
      type: [RequestQuestionInput],
      required: true,
      description: 'Its further questions, in order; at least one risk question among them (IV.D.1).',
    }),
    reason: t.string({ required: true, description: 'Why it is adopted.' }),
  }),
)

const formMutation = mutationsOf(RequestFormNode, (read, query) => read.requestForm.findFirstOrThrow(query))

formMutation(
  adoptRequestForm,
  AdoptRequestFormInput,
  'Public Affairs adopts the next version of the form by which accounts are requested (V.B.3).',
)
