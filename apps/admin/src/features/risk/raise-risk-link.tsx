import { Link } from '@tanstack/react-router'
import { useMayEver } from '../../session/viewer-context.ts'
import type { RaisedSubject } from './risk-search.ts'

/** The way from a record to the form that raises a risk of it, or one that was seen in it first. */
export function RaiseRiskLink({ subject }: { readonly subject: RaisedSubject }) {
  return useMayEver('risk.raise') ? (
    <p>
      <Link to="/risks/raise" search={subject} className="usa-link">
        Raise a risk
      </Link>
    </p>
  ) : null
}
