import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { listOf, numberOf, requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { beginningOn } from '../../ui/dates.tsx'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PublishSecurityPolicyMutation } from './security-policy.documents.ts'

const TITLE = 'Publish a security policy'

const FIELDS: readonly FormField[] = [
  { name: 'title', label: 'Title', control: 'TEXT', required: true },
  { name: 'text', label: 'What it asks of accounts', control: 'LONG_TEXT', required: true },
  {
    name: 'authorizedTools',
    label: 'Authorized publishing tools',
    control: 'TEXT',
    hint: 'Separated by commas. An account that uses another is not attested.',
  },
  {
    name: 'rotationDays',
    label: 'Days after which a shared credential is changed',
    control: 'NUMBER',
    hint: 'Empty where the policy says nothing.',
  },
  { name: 'effectiveFrom', label: 'Counts from', control: 'DATE', hint: 'At once when not given.' },
]

/** The form that publishes the next version of the security policy (IV.B.3). */
export function PublishPolicyPage() {
  const navigate = useNavigate()
  if (!useMayEver('securityPolicy.publish'))
    return <ForbiddenNotice title={TITLE} permission="securityPolicy.publish" />
  return (
    <>
      <PageHeading title={TITLE} />
      <p className="usa-intro-small">
        From its day on every account is attested against it anew. A version is never changed; the next one
        takes its place.
      </p>
      <ChangeForm
        formKey="security-policy/publish"
        fields={FIELDS}
        initial={{}}
        submitLabel="Publish it"
        request={(values, idempotencyKey) =>
          change(PublishSecurityPolicyMutation, {
            title: requiredValue(values, 'title'),
            text: requiredValue(values, 'text'),
            authorizedTools: listOf(values, 'authorizedTools'),
            rotationDays: numberOf(values, 'rotationDays'),
            effectiveFrom: beginningOn(valueOf(values, 'effectiveFrom'), new Date()),
            idempotencyKey,
          })
        }
        onDone={() => {
          showNotice('The security policy was published.')
          void navigate({ to: '/security-policies' })
        }}
        cancel={
          <Link to="/security-policies" className="usa-button usa-button--unstyled">
            Back to the security policy
          </Link>
        }
      />
    </>
  )
}
