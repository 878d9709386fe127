import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { RecordModerationMutation } from './moderation-changes.documents.ts'
import { recordedFields, recordedInput } from './moderation-fields.ts'
import { AccountModerationQuery } from './moderation.documents.ts'

const TITLE = 'Record moderation'
const FIELDS = recordedFields(null)

/** The form on which whoever manages an account records what was moderated on it (IV.D.3). */
export function RecordModerationPage() {
  const { account } = useSearch({ from: '/moderation/record' })
  if (!useMayEver('moderation.record'))
    return <ForbiddenNotice title={TITLE} permission="moderation.record" />
  if (account !== undefined) return <OnAccount id={account} />
  return (
    <>
      <PageHeading title={TITLE} />
      <EmptyState title="On which account?">
        <p>
          Moderation is recorded from an account’s own page, under Moderation.{' '}
          <Link to="/accounts" search={{}} className="usa-link">
            All accounts
          </Link>
        </p>
      </EmptyState>
    </>
  )
}

function OnAccount({ id }: { readonly id: string }) {
  const navigate = useNavigate()
  const [state, retry] = useQuery({ query: AccountModerationQuery, variables: { id } })
  return (
    <QueryView state={state} what="the account" onRetry={retry}>
      {({ account }) => {
        if (account === null) return <RecordMissing noun="account" />
        const { blockedBy } = account.moderationRecording
        return (
          <>
            <PageHeading title={`${TITLE} on ${account.title}`} />
            {blockedBy && <BlockedNotice blocker={blockedBy} />}
            <p className="usa-intro-small">
              Of the member of the public nothing is written down but the platform’s own reference (IV.C.2). A
              measure against a person is reviewed by Civil Rights and Civil Liberties.
            </p>
            <ChangeForm
              formKey={`moderation/record/${id}`}
              fields={FIELDS}
              initial={{}}
              submitLabel="Record it"
              request={(values, idempotencyKey) =>
                change(RecordModerationMutation, { accountId: id, ...recordedInput(values), idempotencyKey })
              }
              onDone={({ id: recorded }) => {
                showNotice('It was recorded.')
                void navigate({ to: '/moderation/$id', params: { id: recorded } })
              }}
              cancel={
                <Link
                  to="/accounts/$slug"
                  params={{ slug: account.slug }}
                  search={{ tab: 'moderation' }}
                  className="usa-button usa-button--unstyled"
                >
                  Back to the account; the draft is kept
                </Link>
              }
            />
          </>
        )
      }}
    </QueryView>
  )
}
