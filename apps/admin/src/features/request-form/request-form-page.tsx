import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { AdoptedVersions } from '../../record/adopted-versions.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { RequestFormQuery, type RequestFormDetail } from './request-form.documents.ts'

const CHANGING = { additionalTypenames: ['RequestForm'] }

/** What a request for an account is asked: the form in force and the ones before it (V.B.3). */
export function RequestFormPage() {
  const mayAdopt = useMayEver('requestForm.adopt')
  const [state, retry] = useQuery({ query: RequestFormQuery, context: CHANGING })
  return (
    <>
      <PageHeading title="Request form" />
      <p className="usa-intro-small">
        What every request for an account is asked. The Office of Public Affairs adopts it; what a clause
        demands cannot be left out.
      </p>
      {mayAdopt && (
        <p>
          <Link to="/request-form/adopt" className="usa-button">
            Adopt the next version
          </Link>
        </p>
      )}
      <QueryView state={state} what="the form" onRetry={retry}>
        {({ requestForm, requestForms }) => (
          <>
            <FormInForce form={requestForm} />
            <h2>Versions</h2>
            <AdoptedVersions
              caption="Versions of the form, newest first"
              versions={requestForms.edges.map(({ node }) => node)}
            />
          </>
        )}
      </QueryView>
    </>
  )
}

function FormInForce({ form }: { readonly form: RequestFormDetail }) {
  return (
    <>
      <h2>Version {form.version}, in force</h2>
      {form.isDefault && (
        <p>
          <StatusTag status="DEFAULT" tone="WARNING" label="Default of this product" /> The Office of Public
          Affairs has not adopted a form yet.
        </p>
      )}
      <p>Demanded of every request: {form.requiredDetails.map(enumWords).join(', ')}.</p>
      <DataTable
        caption="Further questions"
        rows={form.questions}
        rowKey={({ key }) => key}
        columns={[
          { label: 'Question', rowHeader: true, cell: ({ label }) => label },
          { label: 'Answered with', cell: ({ kind, choices }) => choices.join(', ') || enumWords(kind) },
          { label: 'Needed', cell: ({ required }) => (required ? 'Yes' : 'No') },
          { label: 'A yes asks for civil rights advice', cell: ({ risk }) => (risk ? 'Yes' : 'No') },
          { label: 'Clause', cell: ({ clause }) => clause?.id ?? 'None' },
        ]}
      />
    </>
  )
}
