import { change } from '@official-accounts/client/change'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { BackToDocuments } from './back-to-documents.tsx'
import {
  CoverageQuery,
  PublishComponentProcessMutation,
  ReviewComponentPolicyMutation,
  ReviewComponentProcessMutation,
  SubmitComponentPolicyMutation,
} from './component-document.documents.ts'

const DOCUMENT: readonly FormField[] = [
  { name: 'title', label: 'Title', control: 'TEXT', required: true },
  { name: 'body', label: 'What it says', control: 'LONG_TEXT', required: true },
]

/** The form by which a director submits a process or a policy (IV.E.1, OIG.4). */
export function SubmitDocumentPage() {
  const { component } = useParams({ from: '/component-documents/$component/submit' })
  const { kind } = useSearch({ from: '/component-documents/$component/submit' })
  const navigate = useNavigate()
  const [state, retry] = useQuery({ query: CoverageQuery })
  const permission = kind === 'process' ? 'componentProcess.publish' : 'componentPolicy.submit'
  const title = kind === 'process' ? 'Submit a publishing process' : 'Submit a policy'
  if (!useMayEver(permission)) return <ForbiddenNotice title={title} permission={permission} />
  const mutation = kind === 'process' ? PublishComponentProcessMutation : SubmitComponentPolicyMutation
  const request = (componentId: string) => (values: FormValues, idempotencyKey: string) =>
    change(mutation, {
      componentId,
      title: requiredValue(values, 'title'),
      body: requiredValue(values, 'body'),
      idempotencyKey,
    })
  return (
    <>
      <PageHeading title={title} />
      <QueryView state={state} what="the component" onRetry={retry}>
        {({ componentCoverage }) => {
          const found = componentCoverage.find((row) => row.component.slug === component)
          return found === undefined ? (
            <RecordMissing noun="component" />
          ) : (
            <ChangeForm
              formKey={`component-document/${component}/${kind}`}
              fields={DOCUMENT}
              initial={{}}
              submitLabel="Submit it for review"
              request={request(found.component.id)}
              onDone={() => {
                showNotice('It is submitted and waits for its review.')
                void navigate({ to: '/component-documents/$component', params: { component } })
              }}
              cancel={<BackToDocuments component={component} />}
            />
          )
        }}
      </QueryView>
    </>
  )
}

const REVIEW = (good: string): readonly FormField[] => [
  {
    name: 'outcome',
    label: 'What the review found',
    control: 'CHOICE',
    required: true,
    choices: [
      { value: good, label: good === 'ALIGNED' ? 'It follows the guidance in force' : 'It is approved' },
      { value: 'RETURNED', label: 'It goes back' },
    ],
  },
  { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true },
]

/** The form by which an office reviews a process or a policy (IV.E.1, OIG.4). */
export function ReviewDocumentPage() {
  const { component } = useParams({ from: '/component-documents/$component/review' })
  const { kind, document = '' } = useSearch({ from: '/component-documents/$component/review' })
  const navigate = useNavigate()
  const permission = kind === 'process' ? 'componentProcess.review' : 'componentPolicy.review'
  const title = kind === 'process' ? 'Review a publishing process' : 'Review a policy'
  if (!useMayEver(permission)) return <ForbiddenNotice title={title} permission={permission} />
  return (
    <>
      <PageHeading title={title} />
      <ChangeForm
        formKey={`component-document/review/${document}`}
        fields={REVIEW(kind === 'process' ? 'ALIGNED' : 'APPROVED')}
        initial={{}}
        submitLabel="Record the review"
        request={(values, idempotencyKey) =>
          kind === 'process'
            ? reviewProcess(values, document, idempotencyKey)
            : reviewPolicy(values, document, idempotencyKey)
        }
        onDone={() => {
          showNotice('The review is on record.')
          void navigate({ to: '/component-documents/$component', params: { component } })
        }}
        cancel={<BackToDocuments component={component} />}
      />
    </>
  )
}

function reviewProcess(values: FormValues, processId: string, idempotencyKey: string) {
  const outcome = values['outcome'] === 'ALIGNED' ? 'ALIGNED' : 'RETURNED'
  return change(ReviewComponentProcessMutation, {
    processId,
    outcome,
    reason: requiredValue(values, 'reason'),
    idempotencyKey,
  })
}

function reviewPolicy(values: FormValues, policyId: string, idempotencyKey: string) {
  const outcome = values['outcome'] === 'APPROVED' ? 'APPROVED' : 'RETURNED'
  return change(ReviewComponentPolicyMutation, {
    policyId,
    outcome,
    reason: requiredValue(values, 'reason'),
    idempotencyKey,
  })
}
