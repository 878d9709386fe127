import { CLAUSE_IDS } from '@official-accounts/domain/directive/clauses'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { choiceOf } from '../../ui/search-params.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { shareMet, sumBy, type Sum } from './score-sums.ts'
import { ScorecardQuery, type Score, type Scorecard } from './scorecard.documents.ts'

/** How the clauses are kept that facts can tell: by clause, by component, and each clause in each component. */
export function ScorecardPage() {
  const [state, retry] = useQuery({ query: ScorecardQuery })
  return (
    <QueryView state={state} what="the scorecard" onRetry={retry}>
      {({ complianceScorecard }) => <ScorecardTables scorecard={complianceScorecard} />}
    </QueryView>
  )
}

function ScorecardTables({ scorecard: { asOf, scores, checks } }: { readonly scorecard: Scorecard }) {
  return (
    <>
      <PageHeading title="Compliance" />
      <p className="usa-intro-small">
        What the registry can tell by what is on record, as of <InstantText at={asOf} />. Each count is of
        checks on records: two checks on one account are two.
      </p>
      {scores.length === 0 && (
        <EmptyState title="Nothing to show">
          <p>You see the scorecard of the components you hold a role for.</p>
        </EmptyState>
      )}
      <Part title="By clause" id="by-clause">
        <SumTable caption="Compliance by clause" first="Clause" sums={byClause(scores)} cell={clauseCell} />
      </Part>
      <Part title="By component" id="by-component">
        <SumTable
          caption="Compliance by component"
          first="Component"
          sums={byComponent(scores)}
          cell={componentCell}
        />
      </Part>
      <Part title="Each clause in each component" id="by-both">
        <ScoreTable scores={scores} />
      </Part>
      <Part title="What is asked" id="checks">
        <CheckTable checks={checks} />
      </Part>
    </>
  )
}

function byClause(scores: readonly Score[]): readonly Sum[] {
  return sumBy(scores, ({ clause }) => ({ key: clause?.id ?? '', name: clause?.title ?? '' }))
}

function byComponent(scores: readonly Score[]): readonly Sum[] {
  return sumBy(scores, ({ componentCode, componentName }) => ({ key: componentCode, name: componentName }))
}

interface PartProps {
  readonly title: string
  readonly id: string
  readonly children: ReactNode
}

function Part({ title, id, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  )
}

interface SumTableProps {
  readonly caption: string
  readonly first: string
  readonly sums: readonly Sum[]
  readonly cell: (sum: Sum) => ReactNode
}

function SumTable({ caption, first, sums, cell }: SumTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={sums}
      rowKey={({ key }) => key}
      columns={[
        { label: first, rowHeader: true, cell },
        { label: 'Asked', cell: ({ checked }) => checked },
        { label: 'Met', cell: ({ met }) => met },
        { label: 'Share met', cell: shareMet },
        { label: 'Open findings', cell: ({ open }) => open },
        { label: 'Excepted', cell: ({ excepted }) => excepted },
      ]}
    />
  )
}

function clauseCell({ key, name }: Sum): ReactNode {
  return (
    <Link to="/findings" search={{ state: 'OPEN', clause: choiceOf(CLAUSE_IDS, key) }} className="usa-link">
      {key} {name}
    </Link>
  )
}

function componentCell({ key, name }: Sum): ReactNode {
  return (
    <Link to="/findings" search={{ state: 'OPEN', component: key }} className="usa-link">
      {key}, {name}
    </Link>
  )
}

function ScoreTable({ scores }: { readonly scores: readonly Score[] }) {
  return (
    <DataTable
      caption="Compliance by clause and component"
      rows={scores}
      rowKey={({ clause, componentCode }) => `${clause?.id ?? ''} ${componentCode}`}
      columns={[
        {
          label: 'Clause and component',
          rowHeader: true,
          cell: ({ clause, componentCode }) => (
            <Link
              to="/findings"
              search={{ state: 'OPEN', clause: choiceOf(CLAUSE_IDS, clause?.id), component: componentCode }}
              className="usa-link"
            >
              {clause?.id ?? 'None'}, {componentCode}
            </Link>
          ),
        },
        { label: 'Asked', cell: ({ checked }) => checked },
        { label: 'Met', cell: ({ met }) => met },
        { label: 'Share met', cell: shareMet },
        { label: 'Open findings', cell: ({ open }) => open },
        { label: 'Excepted', cell: ({ excepted }) => excepted },
      ]}
    />
  )
}

function CheckTable({ checks }: { readonly checks: Scorecard['checks'] }) {
  return (
    <DataTable
      caption="What the registry asks by itself"
      rows={checks}
      rowKey={({ code }) => code}
      columns={[
        { label: 'What holds when it is met', rowHeader: true, cell: ({ title }) => title },
        { label: 'Of every', cell: ({ subject }) => enumWords(subject) },
        { label: 'Clause', cell: ({ clause }) => <ClauseText clause={clause} /> },
        { label: 'Weight', cell: ({ severity }) => enumWords(severity) },
      ]}
    />
  )
}
