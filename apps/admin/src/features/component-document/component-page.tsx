import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DecisionList } from '../../record/decision-list.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { InstantText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { ComponentDocumentsQuery, type ComponentDocument } from './component-document.documents.ts'

const CHANGING = { additionalTypenames: ['ComponentProcess', 'ComponentPolicy', 'GuidanceDocument'] }

/** What one component wrote: its publishing process and its policy, in their versions. */
export function ComponentDocumentsPage() {
  const { component } = useParams({ from: '/component-documents/$component' })
  const [state, retry] = useQuery({
    query: ComponentDocumentsQuery,
    variables: { component },
    context: CHANGING,
  })
  return (
    <>
      <PageHeading title={`Process and policy: ${component.toUpperCase()}`} />
      <QueryView state={state} what="the documents" onRetry={retry}>
        {({ componentProcesses, componentPolicies }) => (
          <>
            <DocumentList
              kind="process"
              heading="Publishing process"
              component={component}
              documents={componentProcesses.edges.map(({ node }) => node)}
            />
            <DocumentList
              kind="policy"
              heading="Policy"
              component={component}
              documents={componentPolicies.edges.map(({ node }) => node)}
            />
          </>
        )}
      </QueryView>
    </>
  )
}

interface DocumentListProps {
  readonly kind: 'process' | 'policy'
  readonly heading: string
  readonly component: string
  readonly documents: readonly ComponentDocument[]
}

function DocumentList({ kind, heading, component, documents }: DocumentListProps) {
  const maySubmit = useMayEver(kind === 'process' ? 'componentProcess.publish' : 'componentPolicy.submit')
  return (
    <section aria-labelledby={`${kind}-heading`}>
      <h2 id={`${kind}-heading`}>{heading}</h2>
      {maySubmit && (
        <p>
          <Link
            to="/component-documents/$component/submit"
            params={{ component }}
            search={{ kind }}
            className="usa-button usa-button--outline"
          >
            Submit a version
          </Link>
        </p>
      )}
      {documents.length === 0 && <p>Nothing has been submitted that you may see.</p>}
      {documents.map((document) => (
        <DocumentItem key={document.id} kind={kind} component={component} document={document} />
      ))}
    </section>
  )
}

interface DocumentItemProps extends Pick<DocumentListProps, 'kind' | 'component'> {
  readonly document: ComponentDocument
}

function DocumentItem({ kind, component, document }: DocumentItemProps) {
  const { id, number, title, state, submittedAt, body, sample, availableActions, decisions } = document
  const mayConfirm = availableActions.some(
    ({ action, allowed }) => allowed && action === 'confirmPolicyImplementation',
  )
  const mayReview = availableActions.some(({ action, allowed }) => allowed && action.startsWith('review'))
  return (
    <details open={['PUBLISHED', 'SUBMITTED', 'RETURNED'].includes(state)}>
      <summary>
        Version {number}: {title}. {enumWords(state)}
        {document.__typename === 'ComponentProcess' &&
          state === 'PUBLISHED' &&
          `, ${enumWords(document.alignment).toLowerCase()}`}
      </summary>
      <p>
        Submitted <InstantText at={submittedAt} />.{' '}
        {sample && 'A sample for development: no text of the component.'}
      </p>
      <div className="guidance-body">{body}</div>
      {decisions.length > 0 && <DecisionList decisions={decisions} />}
      {(mayReview || mayConfirm) && (
        <div className="action-list__buttons">
          {mayConfirm && (
            <Link
              to="/component-documents/$component/confirm"
              params={{ component }}
              search={{ kind, document: id }}
              className="usa-button"
            >
              Confirm that it is in practice
            </Link>
          )}
          {mayReview && (
            <Link
              to="/component-documents/$component/review"
              params={{ component }}
              search={{ kind, document: id }}
              className="usa-button"
            >
              Review it
            </Link>
          )}
        </div>
      )}
    </details>
  )
}
