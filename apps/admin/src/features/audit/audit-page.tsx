import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage } from '../../list/list-page.tsx'
import { actionTitle } from '../../record/audit-words.ts'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { enumWords } from '../../ui/words.ts'
import { AUDIT_LIST } from './audit-list.tsx'
import { AUDIT_OUTCOMES, readAuditSearch } from './audit-search.ts'

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
  { name: 'groupId', label: 'Done together, by its group id' },
]

/** The audit as far as the reader may see it, newest first. */
export function AuditPage() {
  const search = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const go = (to: object) => void navigate({ search: readAuditSearch({ ...to }) })
  return (
    <ListPage
      definition={AUDIT_LIST}
      search={search}
      onGo={go}
      intro={<p>Every change and every refusal. Entries are chained and are never changed or removed.</p>}
      filters={
        <FilterForm
          label="Filter the audit"
          fields={FILTERS}
          values={{ ...search }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      empty={{
        title: 'No entry',
        next: 'Nothing that you may read matches. You read the chains of your components; oversight reads all.',
      }}
    />
  )
}
