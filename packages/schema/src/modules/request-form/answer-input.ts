import type { InputFieldBuilder } from '@pothos/core'
import { builder, type SchemaTypes } from '../../builder.ts'

const RequestAnswerInput = builder.inputType('RequestAnswerInput', {
  description: 'An answer to a further question of the form.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The question’s key.' }),
    value: t.string({ required: true, description: 'The answer, as the question’s kind asks for it.' }),
  }),
})

/** What a request says to the questions of the form. */
export function formAnswers(
  t: InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>,
) {
  return {
    formVersion: t.int({
      description:
        'The version of the form it answers; the one in force when not given, any other is refused.',
    }),
    answers: t.field({
      type: [RequestAnswerInput],
      description: 'Answers to the further questions of the form in force (V.B.3).',
    }),
  }
}
