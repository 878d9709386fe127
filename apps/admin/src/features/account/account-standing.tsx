import { ACCOUNT_STATES, isListed, type AccountState } from '@official-accounts/domain/account/account'
import { ACCOUNT_ACTIONS, accountMachine } from '@official-accounts/domain/account/account-machine'
import { Link } from '@tanstack/react-router'
import { ActionList } from '../../record/action-list.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { StatePicture } from '../../record/state-picture.tsx'
import { LiftedClauses } from '../exception/lifted-clauses.tsx'
import { SubjectRisks } from '../risk/subject-risks.tsx'
import { PrivacyOfAccount } from '../privacy-approval/privacy-of-record.tsx'
import type { AccountDetail } from './account.documents.ts'
import { AccountSteps } from './account-steps.tsx'
import { accountWay } from './account-way.ts'
import { accountActionLabel, accountStateReason } from './account-words.ts'

const ORDINARY_WAY: readonly AccountState[] = [
  'REQUESTED',
  'ENDORSED',
  'APPROVED',
  'ACTIVE',
  'RETIRING',
  'RETIRED',
]

const PENDING: ReadonlySet<AccountState> = new Set(['REQUESTED', 'CHANGES_REQUESTED', 'ENDORSED', 'APPROVED'])

/** What may be done to an account now, and where it stands on its way. */
export function AccountStanding({ account }: { readonly account: AccountDetail }) {
  const { slug, state, useCategory } = account
  const listed = useCategory !== 'OPERATIONAL' && isListed(state, useCategory)
  return (
    <>
      <ActionList
        actions={account.availableActions}
        labelOf={accountActionLabel}
        stateReason={accountStateReason}
        linkTo={(action, label) => (
          <Link
            to="/accounts/$slug/$action"
            params={{ slug, action }}
            className="usa-button usa-button--outline"
          >
            {label}
          </Link>
        )}
      />
      {PENDING.has(state) && <AccountSteps steps={account.approvalSteps} />}
      <StatePicture
        machine={accountMachine}
        states={ACCOUNT_STATES}
        actions={ACCOUNT_ACTIONS}
        path={ORDINARY_WAY}
        way={accountWay(account)}
        current={state}
        offered={account.availableActions}
        labelOf={accountActionLabel}
      />
      <LiftedClauses account={account.id} />
      <SubjectRisks filter={{ account: account.id }} subject={{ account: account.id }} />
      <PrivacyOfAccount account={account} />
      <WaysOn account={account.id} />
      <p>
        {listed ? (
          <a href={`/accounts/${slug}/`} className="usa-link">
            See its public page
          </a>
        ) : (
          'The public does not hear of this account in its present state (V.B.6).'
        )}
      </p>
    </>
  )
}

// What is asked for an account and is no action on it: access to manage it, approval lent for it, standing aside, and
// the report that others got hold of it.
function WaysOn({ account }: { readonly account: string }) {
  const mayAsk = useMayEver('access.request')
  const mayLend = useMayEver('delegation.delegateApproval')
  const mayStandAside = useMayEver('delegation.recordRecusal')
  const mayReport = useMayEver('incident.report')
  return (
    <ul className="usa-list">
      {mayReport && (
        <li>
          <Link to="/incidents/report" search={{ account }} className="usa-link">
            Report that others got hold of this account
          </Link>
        </li>
      )}
      {mayAsk && (
        <li>
          <Link to="/access/request" search={{ account }} className="usa-link">
            Ask for access to manage this account
          </Link>
        </li>
      )}
      {mayLend && (
        <li>
          <Link
            to="/delegations/record/$kind"
            params={{ kind: 'APPROVAL' }}
            search={{ account }}
            className="usa-link"
          >
            Lend approval for this account
          </Link>
        </li>
      )}
      {mayStandAside && (
        <li>
          <Link
            to="/delegations/record/$kind"
            params={{ kind: 'RECUSAL' }}
            search={{ account }}
            className="usa-link"
          >
            Record that somebody stands aside from this account
          </Link>
        </li>
      )}
    </ul>
  )
}
