import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AuditEntryItem } from '../../record/audit-entry-item.tsx'
import { actionTitle } from '../../record/audit-words.ts'
import { globalId } from '../../record/global-id.ts'
import type { ShownAuditEntry } from '../../record/timeline.documents.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords, fieldWords } from '../../ui/words.ts'
import { AUDIT_OUTCOMES, readAuditSearch } from './audit-search.ts'
import { AuditQuery } from './audit.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'action',
    label: 'Action',
    choices: PERMISSION_NAMES.map((action) => ({ value: action, label: actionTitle(action) })),
  },
  {
    name: 'outcome',
    label: 'Outcome',
    choices: AUDIT_OUTCOMES.map((outcome) => ({ value: outcome, label: enumWords(outcome) })),
  },
]

/** The audit as far as the reader may see it, newest first. */
export function AuditPage() {
  const search = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const { action, outcome } = search
  const variables = { first: PAGE_SIZE, after: cursorOf(search), filter: { action, outcome } }
  const [state, retry] = useQuery({ query: AuditQuery, variables, context: CHANGING_RECORDS })
  return (
    <>
      <PageHeading title="Audit" />
      <p>
        Every change and every refusal, newest first. Entries are chained and are never changed or removed.
      </p>
      <FilterForm
        label="Filter the audit"
        fields={FILTERS}
        values={{ action, outcome }}
        onFilter={(values) => void navigate({ search: readAuditSearch(values) })}
      />
      <QueryView state={state} what="the audit" onRetry={retry}>
        {({ auditEntries: { edges, pageInfo } }) => (
          <>
            <p role="status" className="list-status">
              {rangeWords(search, edges.length, null)}.
            </p>
            {edges.length === 0 && (
              <EmptyState title="No entry">
                <p>
                  Nothing that you may read matches. You read the chains of your components; oversight reads
                  all.
                </p>
              </EmptyState>
            )}
            <h2 className="usa-sr-only">Entries</h2>
            <ol className="entry-list">
              {edges.map(({ node }) => (
                <AuditEntryItem key={node.id} entry={node} subject={<Subject entry={node} />} />
              ))}
            </ol>
            <Pager
              paging={search}
              shown={edges.length}
              total={null}
              next={pageInfo}
              onGo={(paging) =>
                void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...paging }) })
              }
            />
          </>
        )}
      </QueryView>
    </>
  )
}

function Subject({ entry: { subjectType, subjectId } }: { readonly entry: ShownAuditEntry }) {
  return (
    <>
      ,{' '}
      <Link
        to="/records/$id"
        params={{ id: globalId(subjectType, subjectId) }}
        preload={false}
        className="usa-link"
      >
        open the {fieldWords(subjectType).toLowerCase()}
      </Link>
    </>
  )
}
