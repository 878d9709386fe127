import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { answerFields, answerInput, answerValues } from './answer-fields.ts'
import {
  AccountLawChecklistQuery,
  AnswerLawChecklistMutation,
  type AccountChecklist,
  type CheckedAccount,
} from './law-checklist.documents.ts'

/** The form by which an account's checklist is answered, many items in one go (V.A.2). */
export function AnswerLawChecklistPage() {
  const { slug } = useParams({ from: '/accounts/$slug/answerLawChecklist' })
  const [state, retry] = useQuery({
    query: AccountLawChecklistQuery,
    variables: { slug },
    context: CHANGING_RECORDS,
  })
  return (
    <QueryView state={state} what="the checklist" onRetry={retry}>
      {({ account }) =>
        account?.lawChecklist ? (
          <AnswerForm
            account={account}
            checklist={account.lawChecklist}
            onRefused={() => retry({ requestPolicy: 'network-only' })}
          />
        ) : (
          <RecordMissing noun="account" />
        )
      }
    </QueryView>
  )
}

interface AnswerFormProps {
  readonly account: CheckedAccount
  readonly checklist: AccountChecklist
  readonly onRefused: () => void
}

function AnswerForm({ account, checklist, onRefused }: AnswerFormProps) {
  const navigate = useNavigate()
  const { id: accountId, slug, title, lawAnswers } = account
  const { version, items, availableAction } = checklist
  return (
    <>
      <PageHeading title={`Answer the checklist of law and policy for ${title}`} />
      <p className="usa-intro-small">
        Your answers are kept with your name and the day. What is left open stays as it is; what is on record
        answers by itself and is not asked here.
      </p>
      {availableAction.blockedBy && <BlockedNotice blocker={availableAction.blockedBy} />}
      <ChangeForm
        formKey={`account/${slug}/answerLawChecklist/${version}`}
        fields={answerFields(items)}
        initial={answerValues(items, lawAnswers)}
        submitLabel="Keep these answers"
        request={(values, idempotencyKey) =>
          change(AnswerLawChecklistMutation, {
            accountId,
            checklistVersion: version,
            answers: answerInput(items, lawAnswers, values),
            idempotencyKey,
          })
        }
        onRefused={onRefused}
        onDone={() => {
          showNotice('The answers were kept.')
          void navigate({ to: '/accounts/$slug', params: { slug }, search: { tab: 'law' } })
        }}
        cancel={
          <Link to="/accounts/$slug" params={{ slug }} className="usa-button usa-button--unstyled">
            Back to the account
          </Link>
        }
      />
    </>
  )
}
