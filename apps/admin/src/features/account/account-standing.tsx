import { ACCOUNT_STATES, isListed, type AccountState } from '@official-accounts/domain/account/account'
import { ACCOUNT_ACTIONS, accountMachine } from '@official-accounts/domain/account/account-machine'
import { Link } from '@tanstack/react-router'
import { ActionList } from '../../record/action-list.tsx'
import { StatePicture } from '../../record/state-picture.tsx'
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

// Whichever of the two confirmations comes second ends the account: the table has the first one's outcome.
const BOTH_CONFIRMED = [
  { from: 'RETIRING', to: 'RETIRED', how: 'Deactivation and archive both confirmed (V.B.11)' },
] as const

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
        also={BOTH_CONFIRMED}
      />
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
