import { Link } from '@tanstack/react-router'
import { useMayEver } from '../../session/viewer-context.ts'

/** The records of delegation the reader may begin. */
export function DelegationBeginnings() {
  const offered = [
    {
      kind: 'APPROVAL',
      label: 'Lend approval of accounts',
      shown: useMayEver('delegation.delegateApproval'),
    },
    { kind: 'STAND_IN', label: 'Record a stand-in', shown: useMayEver('delegation.recordStandIn') },
    { kind: 'RECUSAL', label: 'Record a recusal', shown: useMayEver('delegation.recordRecusal') },
  ] as const
  const shown = offered.filter((one) => one.shown)
  if (shown.length === 0) return null
  return (
    <div className="action-list__buttons">
      {shown.map(({ kind, label }) => (
        <Link
          key={kind}
          to="/delegations/record/$kind"
          params={{ kind }}
          className="usa-button usa-button--outline"
        >
          {label}
        </Link>
      ))}
    </div>
  )
}
