import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { AdoptedVersions } from '../../record/adopted-versions.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { LawChecklistQuery, type LawChecklistDetail } from './law-checklist.documents.ts'
import { answererWords, FACT_WORDS } from './law-words.ts'

const CHANGING = { additionalTypenames: ['LawChecklist'] }

/** What law and policy ask of every account: the checklist in force and the ones before it (V.A.2). */
export function LawChecklistPage() {
  const mayAdopt = useMayEver('lawChecklist.adopt')
  const [state, retry] = useQuery({ query: LawChecklistQuery, context: CHANGING })
  return (
    <>
      <PageHeading title="Law and policy" />
      <p className="usa-intro-small">
        What law and policy ask of every account (V.A.2). No request is permitted before its checklist is in
        order, and an account in use whose checklist is not is found. The Office of Public Affairs adopts what
        it asks.
      </p>
      {mayAdopt && (
        <p>
          <Link to="/law-checklist/adopt" className="usa-button">
            Adopt the next version
          </Link>
        </p>
      )}
      <QueryView state={state} what="the checklist" onRetry={retry}>
        {({ lawChecklist, lawChecklists }) => (
          <>
            <InForce checklist={lawChecklist} />
            <h2>Versions</h2>
            <AdoptedVersions
              caption="Versions of the checklist, newest first"
              versions={lawChecklists.edges.map(({ node }) => node)}
            />
          </>
        )}
      </QueryView>
    </>
  )
}

function InForce({ checklist: { version, isDefault, items } }: { readonly checklist: LawChecklistDetail }) {
  return (
    <>
      <h2>Version {version}, in force</h2>
      {isDefault && (
        <p>
          <StatusTag status="DEFAULT" tone="WARNING" label="Default of this product" /> The Office of Public
          Affairs has not adopted a checklist yet.
        </p>
      )}
      <DataTable
        caption="What every account is asked"
        rows={items}
        rowKey={({ key }) => key}
        columns={[
          { label: 'Question', rowHeader: true, cell: ({ question }) => question },
          { label: 'Area', cell: ({ area }) => enumWords(area) },
          {
            label: 'Answered by',
            cell: ({ fact, answerer }) => (fact === null ? answererWords(answerer) : FACT_WORDS[fact]),
          },
          {
            label: 'Rests on',
            cell: ({ authority }) => (authority === null ? 'V.A.2' : `${authority.id} ${authority.title}`),
          },
          { label: 'In these words since', cell: (item) => `Version ${item.version}` },
        ]}
      />
    </>
  )
}
