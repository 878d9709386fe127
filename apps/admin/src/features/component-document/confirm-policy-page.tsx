import { change } from '@official-accounts/client/change'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ConfirmPolicyImplementationMutation } from './component-document.documents.ts'
import { BackToDocuments } from './back-to-documents.tsx'

const TITLE = 'Confirm that a policy is in practice'
const PERMISSION = 'componentPolicy.confirmImplementation'
const FIELDS: readonly FormField[] = [
  {
    name: 'implementation',
    label: 'How it was seen in practice',
    control: 'LONG_TEXT',
    required: true,
    hint: 'Such as who was asked, what was looked at, and when.',
  },
]

/** The form by which the Privacy Office confirms that an approved policy is in practice (OIG.4). */
export function ConfirmPolicyPage() {
  const { component } = useParams({ from: '/component-documents/$component/confirm' })
  const { document: policyId = '' } = useSearch({ from: '/component-documents/$component/confirm' })
  const navigate = useNavigate()
  if (!useMayEver(PERMISSION)) return <ForbiddenNotice title={TITLE} permission={PERMISSION} />
  return (
    <>
      <PageHeading title={TITLE} />
      <ChangeForm
        formKey={`component-document/confirm/${policyId}`}
        fields={FIELDS}
        initial={{}}
        submitLabel="Confirm it"
        request={(values, idempotencyKey) =>
          change(ConfirmPolicyImplementationMutation, {
            policyId,
            implementation: requiredValue(values, 'implementation'),
            idempotencyKey,
          })
        }
        onDone={() => {
          showNotice('The policy is on record as in practice.')
          void navigate({ to: '/component-documents/$component', params: { component } })
        }}
        cancel={<BackToDocuments component={component} />}
      />
    </>
  )
}
