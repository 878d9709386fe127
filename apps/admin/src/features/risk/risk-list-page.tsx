import { RISK_AREAS, RISK_RATINGS, RISK_STATES } from '@official-accounts/domain/risk/risk'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { readRiskSearch, type RiskSearch } from './risk-search.ts'
import { AREA_WORDS, RatingTag, RISK_TONES, riskSubjectWords } from './risk-words.tsx'
import { RiskListQuery, type RiskRow } from './risk.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'area',
    label: 'To',
    choices: RISK_AREAS.map((value) => ({ value, label: AREA_WORDS[value] })),
  },
  {
    name: 'state',
    label: 'State',
    choices: RISK_STATES.map((value) => ({ value, label: enumWords(value) })),
  },
  {
    name: 'rating',
    label: 'What is left',
    choices: RISK_RATINGS.map((value) => ({ value, label: enumWords(value) })),
  },
  { name: 'late', label: 'Looked at again', choices: [{ value: 'LATE', label: 'Not in time' }] },
  { name: 'component', label: 'Component' },
]

const COLUMNS: readonly Column<RiskRow>[] = [
  {
    label: 'Risk',
    rowHeader: true,
    cell: ({ id, title }) => (
      <Link to="/risks/$id" params={{ id }} className="usa-link">
        {title}
      </Link>
    ),
  },
  { label: 'To', cell: ({ area }) => AREA_WORDS[area] },
  { label: 'Of', cell: riskSubjectWords },
  { label: 'State', cell: ({ state }) => <StatusTag status={state} tone={RISK_TONES[state]} /> },
  { label: 'What is left', cell: ({ residualRating }) => <RatingTag rating={residualRating} /> },
  { label: 'Look again by', cell: (row) => <ReviewDay risk={row} /> },
]

/** The day to look at a risk again, and whether it is over. */
function ReviewDay({ risk: { reviewBy, reviewOverdue } }: { readonly risk: RiskRow }) {
  if (reviewBy === null) return 'No day yet'
  return (
    <>
      <DateText date={reviewBy} /> {reviewOverdue && <StatusTag status="OVERDUE" tone="WARNING" />}
    </>
  )
}

/** The register of risks to privacy and to civil rights (IV.C.3, IV.C.5, IV.D.2). */
export function RiskListPage() {
  const search = useSearch({ from: '/risks' })
  const navigate = useNavigate({ from: '/risks' })
  const go = (to: object) => void navigate({ search: readRiskSearch({ ...to }) })
  const { area, state, rating, late, component, platform } = search
  const mayRaise = useMayEver('risk.raise')
  return (
    <ShortListPage
      title="Risks"
      what="the risks"
      intro={
        <>
          <p className="usa-intro-small">
            What may harm people’s privacy or their rights, what is done about it, and who bears what is left.
            A high risk on a platform that nobody bears stops its approval (IV.C.3, IV.D.2).
          </p>
          {mayRaise && (
            <p>
              <Link to="/risks/raise" className="usa-button">
                Raise a risk
              </Link>
            </p>
          )}
        </>
      }
      filters={
        <FilterForm
          label="Filter risks"
          fields={FILTERS}
          values={{ area, state, rating, late, component }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      query={RiskListQuery}
      variables={(page) => ({ ...page, filter: filterOf(search) })}
      page={({ risks }) => risks}
      changing={CHANGING_RISKS}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={search}
      onGo={(paging) => go({ ...search, ...paging })}
      empty={{
        title: 'No risk',
        next:
          area || state || rating || late || component || platform
            ? 'Take a filter away.'
            : 'Nobody has raised one that you may see.',
      }}
    />
  )
}

function filterOf({ area, state, rating, late, component, platform }: RiskSearch) {
  return { area, state, rating, component, platform, ...(late ? { reviewOverdue: true } : {}) }
}

const CHANGING_RISKS = { additionalTypenames: ['Risk'] }
