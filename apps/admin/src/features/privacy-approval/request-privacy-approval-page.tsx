import { change, type ChangeRequest } from '@official-accounts/client/change'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import {
  AccountNamesQuery,
  RequestMonitoringApprovalMutation,
  RequestPrivacyApprovalMutation,
  type AccountNames,
} from './privacy-approval.documents.ts'

const TITLE = 'Ask the Chief Privacy Officer'

const TEXT_FIELDS: readonly FormField[] = [
  {
    name: 'handle',
    label: 'Handle',
    control: 'TEXT',
    hint: 'The very handle, as it is or shall be; empty where it names nobody.',
  },
  {
    name: 'title',
    label: 'Name of the account',
    control: 'TEXT',
    hint: 'The very name, as it is or shall be; empty where it names nobody.',
  },
  {
    name: 'purpose',
    label: 'Mission purpose',
    control: 'LONG_TEXT',
    hint: 'The very description, as it is or shall be; empty where it names nobody.',
  },
]

const QUESTION_FIELDS: readonly FormField[] = [
  { name: 'information', label: 'What personal information it is', control: 'LONG_TEXT', required: true },
  {
    name: 'whose',
    label: 'Whose it is',
    control: 'TEXT',
    required: true,
    hint: 'By office or duty, no more than is needed.',
  },
  { name: 'need', label: 'Why it has to be used', control: 'LONG_TEXT', required: true },
  {
    name: 'expiresOn',
    label: 'Over on',
    control: 'DATE',
    hint: 'The first day on which it need not hold any more; open where there is none.',
  },
]

/** The question to the Chief Privacy Officer, about an account’s texts or people to be looked at (IV.C.2). */
export function RequestPrivacyApprovalPage() {
  const { account, access } = useSearch({ from: '/privacy-approvals/request' })
  const mayAsk = useMayEver(
    account ? 'privacyApproval.requestForAccount' : 'privacyApproval.requestForAccess',
  )
  if (!mayAsk) return <ForbiddenNotice title={TITLE} permission="privacyApproval.requestForAccount" />
  if (account) return <AskAboutAccount id={account} />
  return access ? <AskAboutAccess id={access} /> : <RecordMissing noun="account" />
}

function AskAboutAccount({ id }: { readonly id: string }) {
  const [state, retry] = useQuery({ query: AccountNamesQuery, variables: { id } })
  return (
    <QueryView state={state} what="the account" onRetry={retry}>
      {({ account }) =>
        account ? (
          <QuestionForm
            formKey={`privacy/account/${id}`}
            fields={[...TEXT_FIELDS, ...QUESTION_FIELDS]}
            initial={initialTexts(account)}
            request={(values, idempotencyKey) => askAboutAccount(id, values, idempotencyKey)}
            cancel={
              <Link
                to="/accounts/$slug"
                params={{ slug: account.slug }}
                className="usa-button usa-button--unstyled"
              >
                Back to the account; the draft is kept
              </Link>
            }
          />
        ) : (
          <RecordMissing noun="account" />
        )
      }
    </QueryView>
  )
}

function AskAboutAccess({ id }: { readonly id: string }) {
  return (
    <QuestionForm
      formKey={`privacy/access/${id}`}
      fields={QUESTION_FIELDS}
      initial={{}}
      request={(values, idempotencyKey) =>
        change(RequestMonitoringApprovalMutation, {
          accessGrantId: id,
          ...questionInput(values),
          idempotencyKey,
        })
      }
      cancel={
        <Link to="/access/$id" params={{ id }} className="usa-button usa-button--unstyled">
          Back to the access; the draft is kept
        </Link>
      }
    />
  )
}

interface QuestionFormProps {
  readonly formKey: string
  readonly fields: readonly FormField[]
  readonly initial: FormValues
  readonly request: (values: FormValues, idempotencyKey: string) => ChangeRequest
  readonly cancel: ReactNode
}

function QuestionForm({ formKey, fields, initial, request, cancel }: QuestionFormProps) {
  const navigate = useNavigate()
  return (
    <>
      <PageHeading title={TITLE} />
      <p className="usa-intro-small">
        Personal information is used only with the Chief Privacy Officer’s approval, for these very values;
        nobody decides in the officer’s place (IV.C.2).
      </p>
      <ChangeForm
        formKey={formKey}
        fields={fields}
        initial={initial}
        submitLabel="Send the question"
        request={request}
        onDone={({ id }) => {
          showNotice('The question was sent. The Chief Privacy Officer is next.')
          void navigate({ to: '/privacy-approvals/$id', params: { id } })
        }}
        cancel={cancel}
      />
    </>
  )
}

// What lacks an approval is what the question is most likely about.
function initialTexts({ handle, title, purpose, uncleared }: AccountNames): FormValues {
  return {
    handle: uncleared.includes('HANDLE') ? handle : '',
    title: uncleared.includes('TITLE') ? title : '',
    purpose: uncleared.includes('PURPOSE') ? (purpose ?? '') : '',
  }
}

function askAboutAccount(accountId: string, values: FormValues, idempotencyKey: string): ChangeRequest {
  return change(RequestPrivacyApprovalMutation, {
    accountId,
    handle: valueOf(values, 'handle'),
    title: valueOf(values, 'title'),
    purpose: valueOf(values, 'purpose'),
    ...questionInput(values),
    idempotencyKey,
  })
}

function questionInput(values: FormValues) {
  return {
    information: requiredValue(values, 'information'),
    whose: requiredValue(values, 'whose'),
    need: requiredValue(values, 'need'),
    expiresOn: valueOf(values, 'expiresOn'),
  }
}
