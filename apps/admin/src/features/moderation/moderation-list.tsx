import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { moderationConditions } from './moderation-filters.ts'
import {
  readModerationSearch,
  type MODERATION_COLUMNS,
  type ModerationOrder,
  type ModerationSearch,
} from './moderation-search.ts'
import {
  MODERATION_KIND_WORDS,
  MODERATION_REASON_WORDS,
  MODERATION_TONES,
  moderationTitle,
} from './moderation-words.ts'
import { ModerationListQuery, type ModerationRow } from './moderation.documents.ts'

type Column = ListColumn<ModerationRow, ModerationOrder> & {
  readonly id: (typeof MODERATION_COLUMNS)[number]
}

/** The columns of the log. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'kind',
    label: 'What was done',
    rowHeader: true,
    cell: ({ id, kind }) => (
      <Link to="/moderation/$id" params={{ id }} className="usa-link">
        {MODERATION_KIND_WORDS[kind]}
      </Link>
    ),
    csv: ({ kind }) => ({ kind }),
  },
  {
    id: 'account',
    label: 'Account',
    cell: ({ account: { slug, title } }) => (
      <Link to="/accounts/$slug" params={{ slug }} search={{ tab: 'moderation' }} className="usa-link">
        {title}
      </Link>
    ),
    csv: ({ account }) => ({ account: account.title }),
  },
  {
    id: 'component',
    label: 'Component',
    cell: ({ component }) => component.code,
    csv: ({ component }) => ({ component: component.code }),
  },
  {
    id: 'reason',
    label: 'Reason',
    cell: ({ reason }) => MODERATION_REASON_WORDS[reason],
    csv: ({ reason }) => ({ reason }),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => <StatusTag status={state} tone={MODERATION_TONES[state]} />,
    csv: ({ state }) => ({ state }),
  },
  {
    id: 'doneAt',
    label: 'Done',
    cell: ({ doneAt }) => <InstantText at={doneAt} />,
    csv: ({ doneAt }) => ({ done_at: doneAt }),
  },
  {
    id: 'recordedAt',
    label: 'Recorded',
    orders: { ascending: 'OLDEST', descending: 'NEWEST', first: 'descending' },
    cell: ({ recordedAt }) => <InstantText at={recordedAt} />,
    csv: ({ recordedAt }) => ({ recorded_at: recordedAt }),
  },
  {
    id: 'platformReference',
    label: 'The platform’s reference',
    optional: true,
    cell: ({ platformReference }) => platformReference,
    csv: ({ platformReference }) => ({ platform_reference: platformReference }),
  },
  {
    id: 'policySection',
    label: 'Rule',
    optional: true,
    cell: ({ policySection }) => policySection ?? 'Not named',
    csv: ({ policySection }) => ({ policy_section: policySection ?? '' }),
  },
  {
    id: 'reviewBy',
    label: 'To be looked at again by',
    optional: true,
    cell: ({ reviewBy }) => (reviewBy === null ? 'Not against a person' : <DateText date={reviewBy} />),
    csv: ({ reviewBy }) => ({ review_by: reviewBy ?? '' }),
  },
]

/** The log of moderation. */
export const MODERATION_LIST: ListDefinition<
  ModerationRow,
  ModerationOrder,
  ModerationSearch,
  ResultOf<typeof ModerationListQuery>,
  VariablesOf<typeof ModerationListQuery>
> = {
  list: 'MODERATION',
  title: 'Moderation',
  what: 'the log of moderation',
  read: readModerationSearch,
  query: ModerationListQuery,
  variables: (search, page) => ({ ...page, filter: moderationConditions(search), orderBy: search.order }),
  page: ({ moderationActions: { edges, pageInfo, totalCount } }) => ({
    rows: edges.map(({ node }) => node),
    total: totalCount,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: moderationTitle,
  columns: COLUMNS,
  defaultOrder: 'NEWEST',
}
