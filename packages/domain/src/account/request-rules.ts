import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import type { GrantedException } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import { checkPlatformUsable } from '../platform/platform-rules.ts'
import { checkLoginModel } from './account-rules.ts'
import type { AccountPlatform, LoginModel, StatedUse } from './account.ts'

/** What a request for an account says, as far as a clause looks at it. */
export interface AccountRequest {
  readonly useCategory: StatedUse
  readonly purpose: string
  readonly missionArea: string
  readonly justification: string
  readonly officialOutletUrl: string | null
  readonly loginModel: LoginModel
  readonly administrators: number | null
}

const OPERATIONAL_USE =
  'Operational use is outside this Directive: nothing is registered here. Ask your office which operational policy applies.'

/** What the clauses say to a request, with the exceptions in force counted (V.B.12). */
export function judgeAccountRequest(
  request: AccountRequest,
  platform: AccountPlatform,
  inForce: readonly GrantedException[],
): Ruling {
  const ask = (refusal: () => Refusal | null) => ({ refusal, liftable: true })
  return rule(inForce, [
    ask(() => checkUse(request.useCategory)),
    ask(() => checkPlatformUsable(platform)),
    ask(() => checkPurpose(request)),
    ask(() => checkOutletNamed(request)),
    ask(() => checkLoginModel({ ...request, platform })),
  ])
}

/** Operational use is never registered here (II.B); no exception names that clause. */
export function checkUse(use: StatedUse): Refusal | null {
  return use === 'OPERATIONAL' ? policyRefusal(OPERATIONAL_USE, 'II.B') : null
}

/** What a profile URL can be that is not the account of an office (V.B.8). */
export function checkIdentity(reason: string): Refusal {
  switch (reason) {
    case 'PERSONAL_PROFILE':
      return policyRefusal(
        'This address is a personal profile. Official accounts stay apart from personal ones.',
        'V.B.8',
      )
    case 'GROUP':
      return policyRefusal('This address is a group, not an account under the department’s control.', 'V.B.8')
    case 'POST_WITHOUT_OWNER':
      return invalidInput('profileUrl', 'This is a post whose address does not say whose account it is.')
    default:
      return invalidInput('profileUrl', 'There is no account in this address.')
  }
}

// An account serves an official purpose that no existing one serves (V.B.3).
function checkPurpose(request: AccountRequest): Refusal | null {
  if (request.purpose.trim() === '')
    return policyRefusal('State the mission purpose of the account.', 'V.B.3')
  if (request.missionArea.trim() === '')
    return policyRefusal('State the mission area the account serves.', 'V.B.3')
  return request.justification.trim() === ''
    ? policyRefusal('State why no existing account serves this purpose.', 'V.B.3')
    : null
}

// Never the sole outlet (V.B.10).
function checkOutletNamed(request: AccountRequest): Refusal | null {
  return request.officialOutletUrl === null
    ? policyRefusal('Name the official outlet that carries the same information off the platform.', 'V.B.10')
    : null
}
