import { Link } from '@tanstack/react-router'
import type { ListColumn } from '../../list/list-definition.ts'
import { DateText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { AccountRow } from './account-list.documents.ts'
import type { ACCOUNT_COLUMNS, AccountOrder } from './account-search.ts'
import { accountStatusWords, accountTone } from './account-words.ts'

type Column = ListColumn<AccountRow, AccountOrder> & { readonly id: (typeof ACCOUNT_COLUMNS)[number] }

/** The columns of the list of accounts. */
export const ACCOUNT_LIST_COLUMNS: readonly Column[] = [
  {
    id: 'title',
    label: 'Name',
    rowHeader: true,
    orders: { ascending: 'TITLE', descending: 'TITLE_DESC' },
    cell: ({ slug, title }) => (
      <Link to="/accounts/$slug" params={{ slug }} className="usa-link">
        {title}
      </Link>
    ),
    csv: ({ title }) => ({ name: title }),
  },
  {
    id: 'handle',
    label: 'Platform and handle',
    orders: { ascending: 'SLUG', descending: 'SLUG_DESC' },
    cell: ({ platform, handle }) => `${platform.name}: ${handle}`,
    csv: ({ platform, handle, profileUrl }) => ({
      platform: platform.name,
      handle: handle.replace(/^@/, ''),
      url: profileUrl,
    }),
  },
  {
    id: 'component',
    label: 'Component',
    orders: { ascending: 'COMPONENT', descending: 'COMPONENT_DESC' },
    cell: ({ component }) => <abbr title={component.name}>{component.code}</abbr>,
    csv: ({ component }) => ({ component: component.code }),
  },
  {
    id: 'status',
    label: 'Status',
    orders: { ascending: 'STATE', descending: 'STATE_DESC' },
    cell: ({ status }) => (
      <StatusTag status={status} tone={accountTone(status)} label={accountStatusWords(status)} />
    ),
    csv: ({ state, status }) => ({ state, status }),
  },
  {
    id: 'claimBy',
    label: 'Claim by',
    orders: { ascending: 'CLAIM_BY', descending: 'CLAIM_BY_DESC' },
    cell: ({ claimBy, claimedAt }) =>
      claimBy !== null && claimedAt === null ? <DateText date={claimBy} /> : 'No deadline',
    csv: ({ claimBy, claimedAt }) => ({ claim_by: claimedAt === null ? (claimBy ?? '') : '' }),
  },
  {
    id: 'changedAt',
    label: 'Changed',
    orders: { ascending: 'LONGEST_UNCHANGED', descending: 'RECENTLY_CHANGED', first: 'descending' },
    cell: ({ changedAt }) => <DateText date={changedAt.slice(0, 10)} />,
    csv: ({ changedAt }) => ({ changed_at: changedAt }),
  },
  {
    id: 'observedStatus',
    label: 'Last seen on the platform',
    optional: true,
    cell: ({ observedStatus }) => enumWords(observedStatus),
    csv: ({ observedStatus }) => ({ observed_status: observedStatus }),
  },
  {
    id: 'useCategory',
    label: 'Use',
    optional: true,
    cell: ({ useCategory }) => enumWords(useCategory),
    csv: ({ useCategory }) => ({ use_category: useCategory }),
  },
  {
    id: 'language',
    label: 'Language',
    optional: true,
    cell: ({ language }) => language ?? 'Not known',
    csv: ({ language }) => ({ language: language ?? '' }),
  },
  {
    id: 'source',
    label: 'Imported from',
    optional: true,
    cell: ({ source }) => source ?? 'Not imported',
    csv: ({ source }) => ({ source: source ?? '' }),
  },
  {
    id: 'lastConfirmedOn',
    label: 'Last confirmed',
    optional: true,
    cell: ({ lastConfirmedOn }) =>
      lastConfirmedOn === null ? 'Never' : <DateText date={lastConfirmedOn.slice(0, 10)} />,
    csv: ({ lastConfirmedOn }) => ({ last_confirmed_on: lastConfirmedOn ?? '' }),
  },
]
