import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ExceptionListQuery } from './exception.documents.ts'

/** The exceptions in force for an account, and the way to ask for one (V.B.12). */
export function LiftedClauses({ account }: { readonly account: string }) {
  const [state, retry] = useQuery({
    query: ExceptionListQuery,
    variables: { first: 20, filter: { account, standing: 'IN_FORCE' } },
    context: CHANGING_RECORDS,
  })
  const mayRequest = useMayEver('exception.request')
  return (
    <section aria-labelledby="exceptions-heading">
      <h2 id="exceptions-heading">Exceptions in force</h2>
      <QueryView state={state} what="the exceptions" onRetry={retry}>
        {({ exceptions: { edges } }) =>
          edges.length === 0 ? (
            <p>None that you may see: every clause holds for this account.</p>
          ) : (
            <ul className="usa-list">
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <Link to="/exceptions/$id" params={{ id: node.id }} className="usa-link">
                    {node.clauses.map(({ id, title }) => `${id} ${title}`).join('; ')}
                  </Link>
                  , until <InstantText at={node.validUntil} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {mayRequest && (
        <p>
          <Link to="/exceptions/request" search={{ account }} className="usa-link">
            Request an exception for this account
          </Link>
        </p>
      )}
    </section>
  )
}
