import { INCIDENT_KINDS, INCIDENT_STATES } from '@official-accounts/domain/incident/incident'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { readIncidentSearch } from './incident-search.ts'
import { INCIDENT_KIND_WORDS, INCIDENT_TONES, incidentTitle } from './incident-words.ts'
import { IncidentListQuery, type IncidentRow } from './incident.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'kind',
    label: 'Kind',
    choices: INCIDENT_KINDS.map((value) => ({ value, label: INCIDENT_KIND_WORDS[value] })),
  },
  {
    name: 'state',
    label: 'State',
    choices: INCIDENT_STATES.map((value) => ({ value, label: enumWords(value) })),
  },
]

const COLUMNS: readonly Column<IncidentRow>[] = [
  {
    label: 'Incident',
    rowHeader: true,
    cell: (row) => (
      <Link to="/incidents/$id" params={{ id: row.id }} className="usa-link">
        {incidentTitle(row)}
      </Link>
    ),
  },
  { label: 'Component', cell: ({ component }) => component?.code ?? 'Not known' },
  { label: 'State', cell: ({ state }) => <StatusTag status={state} tone={INCIDENT_TONES[state]} /> },
  { label: 'Reported', cell: ({ reportedAt }) => <InstantText at={reportedAt} /> },
]

/** Compromises and impostors: what was reported, what was done about it (IV.A.5, PUB.2). */
export function IncidentListPage() {
  const search = useSearch({ from: '/incidents' })
  const navigate = useNavigate({ from: '/incidents' })
  const go = (to: object) => void navigate({ search: readIncidentSearch({ ...to }) })
  const { kind, state } = search
  const mayReport = useMayEver('incident.report')
  return (
    <ShortListPage
      title="Incidents"
      what="the incidents"
      intro={
        <>
          <p className="usa-intro-small">
            A compromised account is contained by suspending it at once: the public page says so within the
            minute. Impostors are reported to their platform and settled here.
          </p>
          {mayReport && (
            <p>
              <Link to="/incidents/report" className="usa-button">
                Report an incident
              </Link>
            </p>
          )}
        </>
      }
      filters={
        <FilterForm
          label="Filter incidents"
          fields={FILTERS}
          values={{ kind, state }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      query={IncidentListQuery}
      variables={(page) => ({ ...page, filter: { kind, state } })}
      page={({ incidents }) => incidents}
      changing={CHANGING_INCIDENTS}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={search}
      onGo={(paging) => go({ ...search, ...paging })}
      empty={{
        title: 'No incident',
        next: kind || state ? 'Take a filter away.' : 'Nothing was reported that you may see.',
      }}
    />
  )
}

const CHANGING_INCIDENTS = { additionalTypenames: ['Incident'] }
