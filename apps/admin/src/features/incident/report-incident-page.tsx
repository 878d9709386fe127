import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { addressOf, requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PLATFORM_REFERENCE } from './incident-commands.ts'
import { ReportIncidentMutation } from './incident.documents.ts'

const TITLE = 'Report an incident'

const EVIDENCE: FormField = {
  name: 'evidence',
  label: 'Evidence',
  control: 'LONG_TEXT',
  required: true,
  hint: 'What was seen, where and when. No personal data of private people.',
}

const COMPROMISE_FIELDS: readonly FormField[] = [EVIDENCE]
const IMPOSTOR_FIELDS: readonly FormField[] = [
  {
    name: 'address',
    label: 'The impostor’s address',
    control: 'ADDRESS',
    required: true,
    hint: 'Of the account that poses as one of ours. How much its name looks like ours is found by itself.',
  },
  EVIDENCE,
  PLATFORM_REFERENCE,
]

/** The report of an impostor, or, from an account's own page, that others got hold of the account. */
export function ReportIncidentPage() {
  const { account } = useSearch({ from: '/incidents/report' })
  const navigate = useNavigate()
  if (!useMayEver('incident.report')) return <ForbiddenNotice title={TITLE} permission="incident.report" />
  return (
    <>
      <PageHeading title={account ? 'Report that others got hold of the account' : 'Report an impostor'} />
      <p className="usa-intro-small">
        {account
          ? 'Public Affairs and the component’s director are told at once and can suspend the account.'
          : 'Public Affairs reports it to the platform and settles it. That an account of ours was taken over is reported from that account’s own page.'}
      </p>
      <ChangeForm
        formKey={`incident/report/${account ?? ''}`}
        fields={account ? COMPROMISE_FIELDS : IMPOSTOR_FIELDS}
        initial={{}}
        submitLabel="Send the report"
        request={(values, idempotencyKey) =>
          change(ReportIncidentMutation, {
            kind: account ? 'COMPROMISE' : 'IMPERSONATION',
            accountId: account,
            address: account ? null : addressOf(values, 'address'),
            evidence: requiredValue(values, 'evidence'),
            platformReference: valueOf(values, 'platformReference'),
            idempotencyKey,
          })
        }
        onDone={({ id }) => {
          showNotice('The report was sent.')
          void navigate({ to: '/incidents/$id', params: { id } })
        }}
        cancel={
          <Link to="/incidents" className="usa-button usa-button--unstyled">
            Back to the incidents; the draft is kept
          </Link>
        }
      />
    </>
  )
}
