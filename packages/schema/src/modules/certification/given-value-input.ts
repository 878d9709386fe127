import { builder } from '../../builder.ts'

export const GivenValueInput = builder.inputType('CertificationAnswerValue', {
  description: 'An answer to one question.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The question’s key.' }),
    value: t.string({ required: true, description: 'YES or NO, a choice, or words.' }),
  }),
})
