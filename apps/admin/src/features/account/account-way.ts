import type { AccountState } from '@official-accounts/domain/account/account'
import { wayThrough, type WayStep } from '../../record/way-step.ts'
import type { AccountDetail } from './account.documents.ts'

const STATE_OF: Readonly<Record<string, AccountState>> = {
  RETURNED: 'CHANGES_REQUESTED',
  RESUBMITTED: 'REQUESTED',
  ENDORSED: 'ENDORSED',
  APPROVED: 'APPROVED',
  DENIED: 'DENIED',
  WITHDRAWN: 'WITHDRAWN',
  SUSPENDED: 'SUSPENDED',
  REINSTATED: 'ACTIVE',
  RETIREMENT_REQUESTED: 'RETIRING',
  RETIRED: 'RETIRED',
}

const WORDS: Readonly<Record<string, string>> = {
  RETURNED: 'returned',
  RESUBMITTED: 'sent in again',
  RETIREMENT_REQUESTED: 'retirement requested',
}

type Known = Pick<
  AccountDetail,
  | 'state'
  | 'decisions'
  | 'migration'
  | 'listedOn'
  | 'requestedAt'
  | 'requestedBy'
  | 'activatedAt'
  | 'suspendedAt'
  | 'retiredAt'
>

/** Which way an account came, as far as the reader sees what was decided; dates alone where they do not. */
export function accountWay(account: Known): readonly WayStep<AccountState>[] {
  const { state, decisions, migration, requestedAt, requestedBy, activatedAt } = account
  const decided = decisions.flatMap(({ kind, decidedAt, decidedBy }) => {
    const reached = STATE_OF[kind]
    const how = `${WORDS[kind] ?? kind.toLowerCase().replaceAll('_', ' ')} by ${decidedBy.displayName}`
    return reached === undefined ? [] : [{ state: reached, at: decidedAt, how }]
  })
  const asked = requestedAt === null ? [] : [step('REQUESTED', requestedAt, askedBy(requestedBy))]
  const imported = migration === null ? [] : [step('ACTIVE', null, 'came with an import')]
  const begun = activatedAt === null ? [] : [step('ACTIVE', activatedAt, 'activated')]
  return wayThrough([...imported, ...asked, ...decided, ...begun, ...endings(account, decided)], state)
}

// Dates that stand on the account itself, where the decision behind them is not to be seen.
function endings(
  { state, suspendedAt, retiredAt }: Known,
  decided: readonly WayStep<AccountState>[],
): readonly WayStep<AccountState>[] {
  const known = (wanted: AccountState) => decided.some((one) => one.state === wanted)
  return [
    ...(state === 'SUSPENDED' && suspendedAt !== null && !known('SUSPENDED')
      ? [step('SUSPENDED', suspendedAt, '')]
      : []),
    ...(retiredAt !== null && !known('RETIRED') ? [step('RETIRED', retiredAt, 'both ends confirmed')] : []),
  ]
}

function step(state: AccountState, at: string | null, how: string): WayStep<AccountState> {
  return { state, at, how }
}

function askedBy(person: Known['requestedBy']): string {
  return person === null ? 'requested' : `requested by ${person.displayName}`
}
