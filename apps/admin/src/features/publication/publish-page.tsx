import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { valueOf, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PublishDirectoryMutation } from './publication.documents.ts'

const TITLE = 'Publish the public directory'

const FIELDS: readonly FormField[] = [
  { name: 'reason', label: 'Reason', control: 'LONG_TEXT', hint: 'Kept with the publication.' },
  {
    name: 'acceptLoss',
    label: 'If more than a fifth of the accounts would go at once',
    control: 'CHOICE',
    required: true,
    choices: [
      { value: 'no', label: 'Stop, and keep the pages as they are' },
      { value: 'yes', label: 'Publish all the same: the loss is meant' },
    ],
  },
]

/** The form that publishes the public directory by hand. */
export function PublishPage() {
  const navigate = useNavigate()
  if (!useMayEver('directory.publish'))
    return <ForbiddenNotice title={TITLE} permission="directory.publish" />
  return (
    <>
      <PageHeading title={TITLE} />
      <p className="usa-intro-small">
        Builds the public pages anew from the records, checks them, and puts them in use when the checks hold.
      </p>
      <ChangeForm
        formKey="publication/publish"
        fields={FIELDS}
        initial={{ acceptLoss: 'no' }}
        submitLabel="Publish now"
        request={(values, idempotencyKey) =>
          change(PublishDirectoryMutation, {
            reason: valueOf(values, 'reason'),
            acceptLoss: valueOf(values, 'acceptLoss') === 'yes',
            idempotencyKey,
          })
        }
        onDone={() => {
          showNotice('The publication was asked for. Its outcome appears in the list.')
          void navigate({ to: '/publications' })
        }}
        cancel={
          <Link to="/publications" className="usa-button usa-button--unstyled">
            Back to the publications
          </Link>
        }
      />
    </>
  )
}
