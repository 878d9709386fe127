import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { addressOf, requiredValue, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ReportChoicesQuery, ReportDiscoveredAccountMutation } from './discovered-account.documents.ts'

/** The report of an account seen in use that nobody approved (V.B.8). */
export function ReportPage() {
  const navigate = useNavigate()
  const mayReport = useMayEver('discoveredAccount.report')
  const [state, retry] = useQuery({ query: ReportChoicesQuery, requestPolicy: 'cache-first' })
  if (!mayReport) return <ForbiddenNotice title="Report an account" permission="discoveredAccount.report" />
  return (
    <>
      <PageHeading title="Report an account in use without approval" />
      <p className="usa-intro-small">The Office of Public Affairs adopts or closes it (V.B.8).</p>
      <QueryView state={state} what="the form" onRetry={retry}>
        {({ components }) => (
          <ChangeForm
            formKey="discovered/report"
            fields={reportFields(components)}
            initial={{}}
            submitLabel="Send the report"
            request={(values, idempotencyKey) =>
              change(ReportDiscoveredAccountMutation, {
                componentId: requiredValue(values, 'componentId'),
                profileUrl: addressOf(values, 'profileUrl') ?? '',
                whereSeen: requiredValue(values, 'whereSeen'),
                idempotencyKey,
              })
            }
            onDone={({ id }) => {
              showNotice('The account was reported. Public Affairs decides on it.')
              void navigate({ to: '/records/$id', params: { id } })
            }}
            cancel={
              <Link to="/discovered" className="usa-button usa-button--unstyled">
                Back to the discovered accounts; the draft is kept
              </Link>
            }
          />
        )}
      </QueryView>
    </>
  )
}

interface ComponentChoice {
  readonly id: string
  readonly code: string
  readonly name: string
}

function reportFields(components: readonly ComponentChoice[]): readonly FormField[] {
  return [
    {
      name: 'profileUrl',
      label: 'Address of the account',
      control: 'ADDRESS',
      required: true,
      hint: 'The whole address of the profile.',
    },
    {
      name: 'componentId',
      label: 'Component',
      control: 'CHOICE',
      required: true,
      choices: components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` })),
      hint: 'Whose it seems to be; headquarters when you cannot tell.',
    },
    {
      name: 'whereSeen',
      label: 'Where it was seen',
      control: 'LONG_TEXT',
      required: true,
      hint: 'For example: on a poster, in a news release, in a search.',
    },
  ]
}
