import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { ActorName } from '../../record/actor-name.tsx'
import { actionTitle } from '../../record/audit-words.ts'
import { ChangeList } from '../../record/change-list.tsx'
import { globalId } from '../../record/global-id.ts'
import { readChanges } from '../../record/read-changes.ts'
import type { ShownAuditEntry } from '../../record/timeline.documents.ts'
import { ClauseList } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords, fieldWords } from '../../ui/words.ts'
import { readAuditSearch, type AUDIT_COLUMNS, type AuditOrder, type AuditSearch } from './audit-search.ts'
import { AuditQuery } from './audit.documents.ts'

type Column = ListColumn<ShownAuditEntry, AuditOrder> & { readonly id: (typeof AUDIT_COLUMNS)[number] }

const COLUMNS: readonly Column[] = [
  {
    id: 'action',
    label: 'Action',
    rowHeader: true,
    cell: ({ action }) => actionTitle(action),
    csv: ({ action }) => ({ action }),
  },
  {
    id: 'occurredAt',
    label: 'When',
    orders: { ascending: 'OLDEST', descending: 'NEWEST', first: 'descending' },
    cell: ({ occurredAt }) => <InstantText at={occurredAt} />,
    csv: ({ occurredAt }) => ({ occurred_at: occurredAt }),
  },
  {
    id: 'actor',
    label: 'Who',
    cell: ({ actorKind, actorId, role }) => (
      <>
        <ActorName kind={actorKind} id={actorId} />
        {role !== null && `, ${enumWords(role)}`}
      </>
    ),
    // A file leaves the product: like the audit itself it names people by id.
    csv: ({ actorKind, actorId, role }) => ({ actor: actorId ?? actorKind, role: role ?? '' }),
  },
  {
    id: 'outcome',
    label: 'Outcome',
    cell: ({ outcome }) => <StatusTag status={outcome} tone={outcome === 'REFUSED' ? 'WARNING' : 'GOOD'} />,
    csv: ({ outcome }) => ({ outcome }),
  },
  {
    id: 'subject',
    label: 'Record',
    cell: ({ subjectType, subjectId }) => (
      <Link
        to="/records/$id"
        params={{ id: globalId(subjectType, subjectId) }}
        preload={false}
        className="usa-link"
      >
        {`Open the ${fieldWords(subjectType).toLowerCase()}`}
      </Link>
    ),
    csv: ({ subjectType, subjectId }) => ({ record_type: subjectType, record: subjectId }),
  },
  {
    id: 'changes',
    label: 'What changed',
    cell: ({ changes }) => <ChangeList changes={readChanges(changes)} />,
    csv: ({ changes }) => ({ changes: JSON.stringify(changes) }),
  },
  {
    id: 'reason',
    label: 'Why',
    cell: ({ reason }) => reason ?? 'No reason given',
    csv: ({ reason }) => ({ reason: reason ?? '' }),
  },
  {
    id: 'clauses',
    label: 'Clauses',
    cell: ({ clauses }) => (clauses.length > 0 ? <ClauseList clauses={clauses} /> : 'None'),
    csv: ({ clauses }) => ({ clauses: clauses.map(({ id }) => id).join(' ') }),
  },
  {
    id: 'group',
    label: 'Done together',
    optional: true,
    cell: ({ groupId }) =>
      groupId === null ? (
        'On its own'
      ) : (
        <Link to="/audit" search={{ groupId }} className="usa-link">
          {groupId}
        </Link>
      ),
    csv: ({ groupId }) => ({ group: groupId ?? '' }),
  },
]

/** The list of audit entries. */
export const AUDIT_LIST: ListDefinition<
  ShownAuditEntry,
  AuditOrder,
  AuditSearch,
  ResultOf<typeof AuditQuery>,
  VariablesOf<typeof AuditQuery>
> = {
  list: 'AUDIT',
  title: 'Audit',
  what: 'the audit',
  read: readAuditSearch,
  query: AuditQuery,
  variables: ({ action, outcome, groupId, order }, page) => ({
    ...page,
    filter: { action, outcome, groupId },
    orderBy: order,
  }),
  page: ({ auditEntries: { edges, pageInfo } }) => ({
    rows: edges.map(({ node }) => node),
    total: null,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: ({ action }) => actionTitle(action),
  columns: COLUMNS,
  defaultOrder: 'NEWEST',
}
