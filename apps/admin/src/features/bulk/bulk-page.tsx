import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { useQuery } from 'urql'
import { useViewer } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { isFiltered, accountFilter } from '../account/account-search.ts'
import { CHANGING_CERTIFICATIONS } from '../certification/certification.documents.ts'
import { OpenCertificationsQuery } from './bulk.documents.ts'
import { BulkForm } from './bulk-form.tsx'
import { BulkPlan } from './bulk-plan.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { bulkActionsOf, type BulkSearch } from './bulk-search.ts'
import { useBulk } from './use-bulk.ts'

const TITLE = 'Act on several accounts'

/** One action on many accounts: what it would mean for each, then, once confirmed, what it meant. */
export function BulkPage() {
  const search = useSearch({ from: '/accounts/bulk' })
  const navigate = useNavigate({ from: '/accounts/bulk' })
  const actions = bulkActionsOf(useViewer())
  const [{ data: known }] = useQuery({ query: OpenCertificationsQuery, context: CHANGING_CERTIFICATIONS })
  const { state, check, run, stop, askAgain } = useBulk(search)
  if (actions.length === 0) return <ForbiddenNotice title={TITLE} permission="account.claim" />
  return (
    <>
      <PageHeading title={TITLE} />
      <p>
        {meantWords(search)}{' '}
        <Link to="/accounts" search={accountFilter(search)} className="usa-link">
          Back to the list
        </Link>
      </p>
      {(state.step === 'ASKING' || state.step === 'CHECKING') && (
        <>
          {state.step === 'ASKING' && state.problem !== null && (
            <Alert type="error" role="alert">
              <AlertHeading level="h2">The check did not come to an end</AlertHeading>
              <AlertText>{state.problem}</AlertText>
            </Alert>
          )}
          <BulkForm
            actions={actions}
            action={search.action}
            certifications={known?.certifications.edges.map(({ node }) => node) ?? []}
            initial={search.certification ? { certificationId: search.certification } : {}}
            busy={state.step === 'CHECKING'}
            onAction={(action) => void navigate({ search: { ...search, action }, replace: true })}
            onCheck={(input) => void check(input)}
          />
          {state.step === 'CHECKING' && (
            <p role="status">Checked {state.checked.toLocaleString('en-US')} accounts so far…</p>
          )}
        </>
      )}
      {state.step === 'CHECKED' && <BulkPlan plan={state.plan} onRun={run} onBack={askAgain} />}
      {'results' in state && <BulkProgress state={state} onRun={run} onStop={stop} />}
    </>
  )
}

function meantWords(search: BulkSearch): string {
  if (search.ids) return `${search.ids.length} chosen ${search.ids.length === 1 ? 'account' : 'accounts'}.`
  if (search.certification) return 'All accounts of the filter that the certification asks about.'
  return isFiltered(search) ? 'All accounts that the list’s filter has.' : 'All accounts that you may see.'
}
