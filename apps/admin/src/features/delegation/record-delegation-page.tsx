import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { isOneOf } from '../../ui/words.ts'
import { BEGINNINGS, DELEGATION_FORMS, type DelegationForm } from './delegation-forms.ts'
import { DelegationChoicesQuery } from './delegation.documents.ts'

/** The form that lends approval, names a stand-in, or records that somebody stands aside (IV.A.4). */
export function RecordDelegationPage() {
  const { kind } = useParams({ from: '/delegations/record/$kind' })
  return isOneOf(DELEGATION_FORMS, kind) ? (
    <Beginning key={kind} kind={kind} />
  ) : (
    <RecordMissing noun="form" />
  )
}

function Beginning({ kind }: { readonly kind: DelegationForm }) {
  const { account } = useSearch({ from: '/delegations/record/$kind' })
  const navigate = useNavigate()
  const { title, about, permission, fields, request } = BEGINNINGS[kind]
  const [state, retry] = useQuery({ query: DelegationChoicesQuery, requestPolicy: 'cache-first' })
  if (!useMayEver(permission)) return <ForbiddenNotice title={title} permission={permission} />
  return (
    <>
      <PageHeading title={title} />
      <p className="usa-intro-small">{about}</p>
      <QueryView state={state} what="the form" onRetry={retry}>
        {(choices) => (
          <ChangeForm
            formKey={`delegation/${kind}/${account ?? ''}`}
            fields={fields(choices, account === undefined)}
            initial={{}}
            submitLabel="Record it"
            request={(values, idempotencyKey) => request(values, account, idempotencyKey)}
            onDone={({ id }) => {
              showNotice('It was recorded.')
              void navigate({ to: '/delegations/$id', params: { id } })
            }}
            cancel={
              <Link to="/delegations" className="usa-button usa-button--unstyled">
                Back to the delegations; the draft is kept
              </Link>
            }
          />
        )}
      </QueryView>
    </>
  )
}
