import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { RaiseRiskLink } from './raise-risk-link.tsx'
import { AREA_WORDS, RatingTag, RISK_TONES } from './risk-words.tsx'
import { RiskListQuery } from './risk.documents.ts'

const SHOWN = 20

interface SubjectRisksProps {
  /** Of which account, by its global id, or on which platform, by its slug. */
  readonly filter: { readonly account: string } | { readonly platform: string }
  /** What the form that raises another is told. */
  readonly subject: { readonly account: string } | { readonly platform: string }
}

/** The risks of an account or on a platform that a reader may see, and the way to raise one (IV.C.3, IV.D.2). */
export function SubjectRisks({ filter, subject }: SubjectRisksProps) {
  const [state, retry] = useQuery({
    query: RiskListQuery,
    variables: { first: SHOWN, filter },
    context: CHANGING_RECORDS,
  })
  return (
    <section aria-labelledby="risks-heading">
      <h2 id="risks-heading">Risks</h2>
      <QueryView state={state} what="the risks" onRetry={retry}>
        {({ risks: { edges, totalCount } }) => (
          <>
            {edges.length === 0 && <p>None on record that you may see.</p>}
            <ul className="usa-list">
              {edges.map(({ node: { id, title, area, state: standing, residualRating } }) => (
                <li key={id}>
                  <StatusTag status={standing} tone={RISK_TONES[standing]} />{' '}
                  <Link to="/risks/$id" params={{ id }} className="usa-link">
                    {title}
                  </Link>
                  , {AREA_WORDS[area].toLowerCase()}, what is left: <RatingTag rating={residualRating} />
                </li>
              ))}
            </ul>
            {totalCount > SHOWN && <p>{totalCount} in all: the register of risks shows the others.</p>}
          </>
        )}
      </QueryView>
      <RaiseRiskLink subject={subject} />
    </section>
  )
}
