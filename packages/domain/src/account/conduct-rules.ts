import type { Actor } from '../access/actor.ts'
import { checkPublishingProcess } from '../component-process/component-process-rules.ts'
import type { Check } from '../exception/lift.ts'
import { checkGuidanceFollowed, guidedRole } from '../guidance/guidance-rules.ts'
import { checkTrained } from '../training/training-rules.ts'
import { accountPlace, type AccountFacts } from './account.ts'
import type { AccountAction } from './account-machine.ts'
import { ACCOUNT_PERMISSIONS } from './account-permissions.ts'

// What a component's people decide. Nothing that protects an account or ends one waits for a reading.
const GUIDED: readonly AccountAction[] = [
  'returnAccountRequest',
  'endorseAccount',
  'approveAccount',
  'activateAccount',
  'claimAccount',
  'assignPrimaryContact',
  'assignAlternateContact',
]

/** What the clauses on guidance, training and process say to an action; exceptions to them may lift it (V.B.12). */
export function conductChecks(
  actor: Actor,
  action: AccountAction,
  account: AccountFacts,
  now: Date,
): readonly Check[] {
  if (!GUIDED.includes(action)) return []
  const { guidance, courses, completions, process } = account.conduct
  const role = guidedRole(actor, ACCOUNT_PERMISSIONS[action], accountPlace(account))
  const guided = { refusal: () => checkGuidanceFollowed(role, guidance, now), liftable: true }
  if (action !== 'activateAccount') return [guided]
  const trained = () =>
    role === 'ACCOUNT_MANAGER'
      ? checkTrained('Whoever activates an account', courses, completions, now)
      : null
  return [
    { refusal: () => checkPublishingProcess(process, guidance, now), liftable: true },
    guided,
    { refusal: trained, liftable: true },
  ]
}
