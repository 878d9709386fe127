import { answerCertification } from '@official-accounts/commands/certification/answer-certification'
import { certifyComponent } from '@official-accounts/commands/certification/certify-component'
import { closeCertification } from '@official-accounts/commands/certification/close-certification'
import { confirmUnchanged } from '@official-accounts/commands/certification/confirm-unchanged'
import { returnCertification } from '@official-accounts/commands/certification/return-certification'
import { returnCertificationAnswer } from '@official-accounts/commands/certification/return-certification-answer'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { GivenValueInput } from './given-value-input.ts'
import './open-mutation.ts'
import { CertificationPartNode } from './part-types.ts'
import { CertificationNode } from './types.ts'

const AnswerCertificationInput = changeInput(
  'AnswerCertificationInput',
  'Answers for one account; for many there is runBulkAction.',
  (t) => ({
    partId: t.id({ required: true, description: 'Of which part.' }),
    accountId: t.id({ required: true, description: 'For which account.' }),
    answers: t.field({
      type: [GivenValueInput],
      required: true,
      description: 'An answer to every question.',
    }),
    note: t.string({ description: 'Said beside them; needed where an answer is NO.' }),
  }),
)

const ConfirmUnchangedInput = changeInput(
  'ConfirmUnchangedInput',
  'An account of which nothing has changed; for many there is runBulkAction.',
  (t) => ({
    partId: t.id({ required: true, description: 'Of which part.' }),
    accountId: t.id({ required: true, description: 'Which account.' }),
  }),
)

const CertificationPartInput = changeInput('CertificationPartInput', 'A part to certify.', (t) => ({
  partId: t.id({ required: true, description: 'Which part.' }),
}))

const ReturnCertificationInput = changeInput(
  'ReturnCertificationInput',
  'A certified part to send back.',
  (t) => ({
    partId: t.id({ required: true, description: 'Which part.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const ReturnAnswerInput = changeInput('ReturnCertificationAnswerInput', 'An answer to send back.', (t) => ({
  partId: t.id({ required: true, description: 'In which part.' }),
  accountId: t.id({ required: true, description: 'For which account.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const CloseCertificationInput = changeInput('CloseCertificationInput', 'A certification to close.', (t) => ({
  certificationId: t.id({ required: true, description: 'Which one.' }),
}))

const partMutation = mutationsOf(CertificationPartNode, (read, query) =>
  read.certificationPart.findFirstOrThrow(query),
)
const certificationMutation = mutationsOf(CertificationNode, (read, query) =>
  read.certification.findFirstOrThrow(query),
)

partMutation(
  answerCertification,
  AnswerCertificationInput,
  'A component answers for an account of its own (IV.E.3).',
)
partMutation(
  confirmUnchanged,
  ConfirmUnchangedInput,
  'Says that nothing has changed since the last answers, where that is true (IV.E.3).',
)
partMutation(
  certifyComponent,
  CertificationPartInput,
  'A director certifies the component’s part once every account is answered (IV.E.3).',
)
partMutation(
  returnCertification,
  ReturnCertificationInput,
  'Public Affairs sends a certified part back, with the reason.',
)
partMutation(
  returnCertificationAnswer,
  ReturnAnswerInput,
  'Public Affairs sends the answer for one account back, with the reason.',
)
certificationMutation(
  closeCertification,
  CloseCertificationInput,
  'Freezes the result with its digest; who did not certify is named (IV.E.3).',
)
