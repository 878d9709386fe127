import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { AnswerTable } from './answer-table.tsx'
import { certificationTone, progressWords } from './certification-words.ts'
import { CHANGING_CERTIFICATIONS } from './certification.documents.ts'
import { CertificationPartQuery, type AnswerRow, type PartDetail } from './certification-part.documents.ts'
import { PartActions } from './part-actions.tsx'
import { TogetherLinks } from './together-links.tsx'

/** One component's part of a certification: its accounts, to be answered one by one or many at once. */
export function CertificationPartPage() {
  const { id } = useParams({ from: '/certifications/parts/$id' })
  const [pages, setPages] = useState<readonly string[]>([])
  const [state, retry] = useQuery({
    query: CertificationPartQuery,
    variables: { id, after: pages.at(-1) ?? null },
    context: CHANGING_CERTIFICATIONS,
  })
  return (
    <QueryView state={state} what="the component’s part" onRetry={retry}>
      {({ certificationPart: part, certificationAnswers: { edges, pageInfo } }) =>
        part === null ? (
          <RecordMissing noun="part of a certification" />
        ) : (
          <>
            <Part
              part={part}
              rows={edges.map(({ node }) => node)}
              onReload={() => retry({ requestPolicy: 'network-only' })}
            />
            <p>
              {pages.length > 0 && (
                <button
                  type="button"
                  className="usa-button usa-button--outline"
                  onClick={() => setPages(pages.slice(0, -1))}
                >
                  The accounts before
                </button>
              )}
              {pageInfo.hasNextPage && (
                <button
                  type="button"
                  className="usa-button usa-button--outline"
                  onClick={() => setPages([...pages, pageInfo.endCursor ?? ''])}
                >
                  The next accounts
                </button>
              )}
            </p>
          </>
        )
      }
    </QueryView>
  )
}

interface PartProps {
  readonly part: PartDetail
  readonly rows: readonly AnswerRow[]
  readonly onReload: () => void
}

function Part({ part, rows, onReload }: PartProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { certification, component } = part
  const named = chosen.filter((id) => rows.some(({ account }) => account.id === id))
  return (
    <>
      <PageHeading title={`${component.code}: ${certification.name}`} />
      <p>
        <Link to="/certifications/$id" params={{ id: certification.id }} className="usa-link">
          The whole certification
        </Link>
      </p>
      <PartFacts part={part} />
      <h2>Accounts</h2>
      <AnswerTable rows={rows} chosen={named} onChoose={setChosen} />
      <TogetherLinks part={part} chosen={named} />
      <PartActions part={part} onReload={onReload} />
      <Decisions part={part} />
    </>
  )
}

function PartFacts({ part }: { readonly part: PartDetail }) {
  const { state, certification, certifiedAt, overdueSince, returnReason } = part
  return (
    <FactList
      facts={[
        { label: 'State', value: <StatusTag status={state} tone={certificationTone(state)} /> },
        { label: 'Last day to answer', value: <DateText date={certification.dueOn} /> },
        { label: 'Accounts answered', value: progressWords(part.answeredCount, part.accountCount) },
        ...(overdueSince === null
          ? []
          : [{ label: 'Not answered in time, since', value: <InstantText at={overdueSince} /> }]),
        ...(certifiedAt === null ? [] : [{ label: 'Certified', value: <InstantText at={certifiedAt} /> }]),
        ...(returnReason === null ? [] : [{ label: 'Sent back because', value: returnReason }]),
      ]}
    />
  )
}

function Decisions({ part: { decisions } }: { readonly part: PartDetail }) {
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="part-decisions-heading">
      <h2 id="part-decisions-heading">Decisions</h2>
      <ul className="usa-list">
        {decisions.map(({ kind, decidedAt, decidedBy, role, reason }) => (
          <li key={`${kind} ${decidedAt}`}>
            {enumWords(kind)} by {decidedBy?.displayName ?? 'somebody'}
            {role && ` as ${enumWords(role)}`}, <InstantText at={decidedAt} />
            {reason !== null && `: ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
