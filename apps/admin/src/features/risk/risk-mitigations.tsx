import { Link } from '@tanstack/react-router'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { mitigationOwnerWords, riskActionLabel } from './risk-words.tsx'
import type { RiskDetail } from './risk.documents.ts'

type Mitigation = RiskDetail['mitigations'][number]

const TONES: Readonly<Record<Mitigation['state'], StatusTone>> = {
  PLANNED: 'WAITING',
  DONE: 'GOOD',
  DROPPED: 'ENDED',
}

/** What is done about a risk, by whom and by when, with what shows it. */
export function RiskMitigations({ mitigations }: { readonly mitigations: readonly Mitigation[] }) {
  return (
    <section aria-labelledby="mitigations-heading">
      <h2 id="mitigations-heading">Mitigations</h2>
      {mitigations.length === 0 && (
        <EmptyState title="No mitigation">
          <p>Nothing is planned about it.</p>
        </EmptyState>
      )}
      <ul className="entry-list">
        {mitigations.map((mitigation) => (
          <li key={mitigation.id} className="entry">
            <RiskMitigation mitigation={mitigation} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RiskMitigation({ mitigation }: { readonly mitigation: Mitigation }) {
  const { id, task, state, overdue, dueOn, outcome, evidenceUrl, settledAt, settledBy } = mitigation
  return (
    <>
      <h3 className="entry__title">
        <StatusTag status={overdue ? 'OVERDUE' : state} tone={overdue ? 'WARNING' : TONES[state]} /> {task}
      </h3>
      <p>
        By {mitigationOwnerWords(mitigation)}, until <DateText date={dueOn} />.
      </p>
      {settledAt && (
        <p>
          {settledBy?.displayName ?? 'Somebody'}, <InstantText at={settledAt} />: {outcome}
          {evidenceUrl && ` (${evidenceUrl})`}
        </p>
      )}
      <div className="action-list__buttons">
        {mitigation.availableActions
          .filter(({ allowed }) => allowed)
          .map(({ action }) => (
            <Link
              key={action}
              to="/risk-mitigations/$id/$action"
              params={{ id, action }}
              className="usa-button usa-button--outline"
            >
              {riskActionLabel(action)}
              <span className="usa-sr-only">: {task}</span>
            </Link>
          ))}
      </div>
    </>
  )
}
