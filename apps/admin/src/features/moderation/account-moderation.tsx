import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { COLUMNS } from './moderation-list.tsx'
import { AccountModerationQuery } from './moderation.documents.ts'

const SHOWN = COLUMNS.filter(({ id }) => !['account', 'component'].includes(id))

/** What was moderated on an account, as far as the reader may see, and the way to record more (IV.D.3). */
export function AccountModeration({ account: { id } }: { readonly account: { readonly id: string } }) {
  const [state, retry] = useQuery({
    query: AccountModerationQuery,
    variables: { id },
    context: CHANGING_RECORDS,
  })
  return (
    <section aria-labelledby="moderation-heading">
      <h2 id="moderation-heading">Moderation</h2>
      <QueryView state={state} what="the log of moderation" onRetry={retry}>
        {({ account, moderationActions: { totalCount, edges } }) => (
          <>
            {account && <RecordMore id={id} account={account} />}
            {edges.length === 0 ? (
              <EmptyState title="Nothing is recorded">
                <p>Nothing was moderated here that you may see.</p>
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption="What was recorded last"
                  rows={edges.map(({ node }) => node)}
                  rowKey={(row) => row.id}
                  columns={SHOWN}
                />
                <p>
                  <Link to="/moderation" search={{ account: id }} className="usa-link">
                    All {totalCount} in the log
                  </Link>
                  {', '}
                  <Link to="/moderation/report" search={{ account: id }} className="usa-link">
                    counted
                  </Link>
                </p>
              </>
            )}
          </>
        )}
      </QueryView>
    </section>
  )
}

interface Recordable {
  readonly commentPolicyUrl: string | null
  readonly moderationRecording: { readonly blockedBy: Parameters<typeof BlockedNotice>[0]['blocker'] | null }
}

function RecordMore({ id, account }: { readonly id: string; readonly account: Recordable }) {
  const mayRecord = useMayEver('moderation.record')
  const { blockedBy } = account.moderationRecording
  if (!mayRecord) return null
  if (blockedBy !== null) return <BlockedNotice blocker={blockedBy} doing="Recording moderation" />
  return (
    <p>
      <Link to="/moderation/record" search={{ account: id }} className="usa-button usa-button--outline">
        Record moderation
      </Link>{' '}
      {account.commentPolicyUrl === null && 'It names no comment policy: nothing may be moderated (IV.D.3).'}
    </p>
  )
}
