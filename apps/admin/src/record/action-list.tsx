import type { ReactNode } from 'react'
import { StrongerSignIn } from '../session/stronger-sign-in.tsx'
import { ClauseText } from '../ui/clause-list.tsx'
import { blockerWords } from './audit-words.ts'

/** An action on a record as the server offers it. */
export interface OfferedAction {
  readonly action: string
  readonly allowed: boolean
  readonly blockedBy: {
    readonly code: string
    readonly message: string
    readonly clause: { readonly id: string; readonly title: string } | null
  } | null
}

interface ActionListProps {
  readonly actions: readonly OfferedAction[]
  readonly labelOf: (action: string) => string
  readonly linkTo: (action: string, label: string) => ReactNode
  /** Why an action needs another state, in the record's own words. */
  readonly stateReason: (action: string) => string
}

/** Everything that may be done to a record: what is possible now as buttons, the rest with what stands in the way. */
export function ActionList({ actions, labelOf, linkTo, stateReason }: ActionListProps) {
  const allowed = actions.filter((action) => action.allowed)
  const held = actions.filter(({ blockedBy }) => blockedBy?.code === 'POLICY_REFUSAL')
  const weak = actions.filter(({ blockedBy }) => blockedBy?.code === 'STRONGER_SIGN_IN')
  const others = actions.filter((action) => ![...allowed, ...held, ...weak].includes(action))
  const reasonOf = ({ action, blockedBy }: OfferedAction) =>
    blockedBy?.code === 'INVALID_STATE' ? stateReason(action) : blockerWords(blockedBy?.message ?? '')
  return (
    <section aria-labelledby="actions-heading" className="action-list">
      <h2 id="actions-heading">What you can do</h2>
      {allowed.length === 0 && <p>Nothing waits for you here. The reasons are listed below.</p>}
      <div className="action-list__buttons">
        {allowed.map(({ action }) => (
          <span key={action}>{linkTo(action, labelOf(action))}</span>
        ))}
      </div>
      {weak[0]?.blockedBy && (
        <>
          <h3>After a stronger sign-in</h3>
          <p>{weak.map(({ action }) => labelOf(action)).join(', ')}.</p>
          <StrongerSignIn message={weak[0].blockedBy.message} />
        </>
      )}
      {held.length > 0 && (
        <>
          <h3>Held back by a clause</h3>
          <BlockedActions actions={held} labelOf={labelOf} reasonOf={reasonOf} />
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>Not now, or not with your roles ({others.length})</summary>
          <BlockedActions actions={others} labelOf={labelOf} reasonOf={reasonOf} />
        </details>
      )}
    </section>
  )
}

interface BlockedActionsProps {
  readonly actions: readonly OfferedAction[]
  readonly labelOf: (action: string) => string
  readonly reasonOf: (action: OfferedAction) => string
}

function BlockedActions({ actions, labelOf, reasonOf }: BlockedActionsProps) {
  return (
    <ul className="blocked-actions">
      {actions.map((offered) => (
        <li key={offered.action}>
          <button
            type="button"
            className="blocked-button"
            aria-disabled="true"
            aria-describedby={`why-${offered.action}`}
          >
            {labelOf(offered.action)}
          </button>
          <span id={`why-${offered.action}`} className="blocked-actions__reason">
            {reasonOf(offered)}
            {offered.blockedBy?.clause && (
              <>
                {' '}
                <span className="blocked-actions__clause">
                  <ClauseText clause={offered.blockedBy.clause} />
                </span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
