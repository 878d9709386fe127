import { change } from '@official-accounts/client/change'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import { showNotice } from '../../ui/notice-state.ts'
import {
  AnswerCertificationMutation,
  ConfirmUnchangedMutation,
  ReturnAnswerMutation,
} from './certification-changes.documents.ts'
import type { AnswerDetail } from './certification-part.documents.ts'
import { certificationActionLabel } from './certification-words.ts'
import { answeredBefore, givenAnswers, questionFields } from './question-fields.ts'

interface AnswerActionsProps {
  readonly answer: AnswerDetail
  readonly onReload: () => void
}

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'The component reads it.',
}

/** What may be done to one answer: its component gives it, Public Affairs sends it back. */
export function AnswerActions(props: AnswerActionsProps) {
  const { answer } = props
  const may = (wanted: string) =>
    answer.availableActions.some(({ action, allowed }) => action === wanted && allowed)
  return (
    <>
      {may('answerCertification') && (
        <section aria-labelledby="answer-heading">
          <h2 id="answer-heading">{answer.state === 'ANSWERED' ? 'Answer again' : 'Answer'}</h2>
          {answer.state !== 'ANSWERED' && may('confirmUnchanged') && <UnchangedForm {...props} />}
          <AnswerForm {...props} />
        </section>
      )}
      {may('returnCertificationAnswer') && (
        <section aria-labelledby="return-heading">
          <h2 id="return-heading">{certificationActionLabel('returnCertificationAnswer')}</h2>
          <ReturnForm {...props} />
        </section>
      )}
    </>
  )
}

function UnchangedForm({ answer: { id, part, account }, onReload }: AnswerActionsProps) {
  return (
    <ChangeForm
      formKey={`certification-answer/${id}/unchanged`}
      fields={[]}
      initial={{}}
      submitLabel="Nothing has changed: the last answers hold"
      request={(_values, idempotencyKey) =>
        change(ConfirmUnchangedMutation, { ...named(part, account), idempotencyKey })
      }
      onRefused={onReload}
      onDone={() => showNotice('The last answers hold again.')}
      cancel={null}
    />
  )
}

function AnswerForm({ answer, onReload }: AnswerActionsProps) {
  const { id, part, account, answers, lastAnswers } = answer
  const { questions } = part.certification
  return (
    <ChangeForm
      formKey={`certification-answer/${id}/answer`}
      fields={questionFields(questions)}
      initial={answeredBefore(questions, answers.length > 0 ? answers : lastAnswers)}
      submitLabel="Answer for this account"
      request={(values, idempotencyKey) =>
        change(AnswerCertificationMutation, {
          ...named(part, account),
          ...givenAnswers(questions, values),
          idempotencyKey,
        })
      }
      onRefused={onReload}
      onDone={() => showNotice('The account is answered for.')}
      cancel={null}
    />
  )
}

function ReturnForm({ answer: { id, part, account }, onReload }: AnswerActionsProps) {
  return (
    <ChangeForm
      formKey={`certification-answer/${id}/return`}
      fields={[REASON]}
      initial={{}}
      submitLabel="Send the answer back"
      request={(values, idempotencyKey) =>
        change(ReturnAnswerMutation, {
          ...named(part, account),
          reason: requiredValue(values, 'reason'),
          idempotencyKey,
        })
      }
      onRefused={onReload}
      onDone={() => showNotice('The answer went back to the component, which sees it in its work.')}
      cancel={null}
    />
  )
}

function named({ id, version }: AnswerDetail['part'], account: AnswerDetail['account']) {
  return { partId: id, accountId: account.id, expectedVersion: version }
}
