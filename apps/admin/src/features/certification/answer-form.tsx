import { change } from '@official-accounts/client/change'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { maySayUnchanged } from './answer-table.tsx'
import { AnswerCertificationMutation, ConfirmUnchangedMutation } from './certification-changes.documents.ts'
import type { AnswerRow, PartDetail } from './certification.documents.ts'

interface AnswerFormProps {
  readonly part: PartDetail
  readonly rows: readonly AnswerRow[]
  readonly chosen: readonly string[]
  readonly onDone: () => void
  readonly onReload: () => void
}

const YES_NO = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
]

/** Answers for the chosen accounts: in one act where nothing has changed of any of them, else question by question. */
export function AnswerForm({ part, rows, chosen, onDone, onReload }: AnswerFormProps) {
  const { id: partId, version: expectedVersion } = part
  if (!part.availableActions.some(({ action, allowed }) => action === 'answerCertification' && allowed)) {
    return null
  }
  if (chosen.length === 0) return <p role="status">Choose accounts to answer for.</p>
  const named = { partId, accountIds: [...chosen], expectedVersion }
  const same = rows.filter(({ account }) => chosen.includes(account.id)).every(maySayUnchanged)
  const count = chosen.length === 1 ? '1 account' : `${chosen.length} accounts`
  const done = () => {
    showNotice(`Answered for ${count}.`)
    onDone()
  }
  return (
    <section aria-labelledby="answer-heading">
      <h2 id="answer-heading">Answer for {count}</h2>
      {same && (
        <ChangeForm
          formKey={`certification/${partId}/unchanged`}
          fields={[]}
          initial={{}}
          submitLabel={`Nothing has changed of ${count}`}
          request={(_values, idempotencyKey) =>
            change(ConfirmUnchangedMutation, { ...named, idempotencyKey })
          }
          onRefused={onReload}
          onDone={done}
          cancel={null}
        />
      )}
      <ChangeForm
        formKey={`certification/${partId}/answer`}
        fields={fieldsOf(part)}
        initial={{}}
        submitLabel={`Answer for ${count}`}
        request={(values, idempotencyKey) =>
          change(AnswerCertificationMutation, {
            ...named,
            answers: part.certification.questions.map(({ key }) => ({
              key,
              value: requiredValue(values, key),
            })),
            note: valueOf(values, 'note'),
            idempotencyKey,
          })
        }
        onRefused={onReload}
        onDone={done}
        cancel={null}
      />
    </section>
  )
}

function fieldsOf({ certification }: PartDetail): readonly FormField[] {
  return [
    ...certification.questions.map(({ key, text, kind, choices, clause }): FormField => {
      const base = { name: key, label: text, required: true, ...(clause ? { hint: clause.title } : {}) }
      if (kind === 'TEXT') return { ...base, control: 'LONG_TEXT' }
      const listed = choices.map((value) => ({ value, label: value }))
      return { ...base, control: 'CHOICE', choices: kind === 'YES_NO' ? YES_NO : listed }
    }),
    { name: 'note', label: 'Note', control: 'LONG_TEXT', hint: 'Needed where an answer is no.' },
  ]
}
