import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import type { GrantedException } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import type { IdentityPlatform } from '../directory/platform-rules.ts'
import { identify } from '../directory/profile-url.ts'
import { checkPlatformUsable } from '../platform/platform-rules.ts'
import { checkAnswers, checkDemanded } from '../request-form/request-form-rules.ts'
import {
  DETAIL_RULES,
  REQUEST_DETAILS,
  type RequestAnswer,
  type RequestDetail,
  type RequestFormContent,
} from '../request-form/request-form.ts'
import { checkLoginModel } from './account-rules.ts'
import type { AccountPlatform, LoginModel, StatedUse } from './account.ts'

/** What a request for an account says, as far as a clause looks at it. */
export interface AccountRequest {
  readonly useCategory: StatedUse
  readonly purpose: string | null
  readonly missionArea: string | null
  readonly justification: string | null
  readonly audience: string | null
  readonly language: string | null
  readonly officialOutletUrl: string | null
  readonly commentPolicyUrl: string | null
  readonly privacyNoticeUrl: string | null
  readonly recordsCaptureMethod: string | null
  readonly loginModel: LoginModel
  readonly administrators: number | null
  /** To the further questions of the form. */
  readonly answers: readonly RequestAnswer[]
}

const OPERATIONAL_USE =
  'Operational use is outside this Directive: nothing is registered here. Ask your office which operational policy applies.'

/** What the clauses and the form in force say to a request, with the exceptions in force counted (V.B.12). */
export function judgeAccountRequest(
  request: AccountRequest,
  platform: AccountPlatform,
  form: RequestFormContent,
  inForce: readonly GrantedException[],
): Ruling {
  const ask = (refusal: () => Refusal | null) => ({ refusal, liftable: true })
  const core = REQUEST_DETAILS.filter((detail) => DETAIL_RULES[detail].core)
  const demanded = form.requiredDetails.filter((detail) => !DETAIL_RULES[detail].core)
  return rule(inForce, [
    ask(() => checkUse(request.useCategory)),
    ask(() => checkPlatformUsable(platform)),
    ask(() => checkLoginModel({ ...request, platform })),
    ...core.map((detail) => ask(() => checkDetail(detail, request))),
    ask(() => checkAnswers(form, request.answers)),
    ...demanded.map((detail) => ask(() => checkDetail(detail, request))),
    ...checkDemanded(form, request.answers).map(ask),
  ])
}

/** An official outlet is the department's own and on no social media: else an account would stand for another (V.B.10). */
export function checkOutletAddress(
  officialOutletUrl: string | null,
  platforms: readonly IdentityPlatform[],
): Refusal | null {
  if (officialOutletUrl === null) return null
  const { outcome } = identify(officialOutletUrl, platforms)
  return outcome === 'UNKNOWN_PLATFORM'
    ? null
    : invalidInput(
        'officialOutletUrl',
        'An official outlet is on no social media: name a page of the department’s own (V.B.10).',
      )
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

// What a clause or the form asks every request for (V.B.3, V.B.10, IV.B.3).
function checkDetail(detail: RequestDetail, request: AccountRequest): Refusal | null {
  const { clause, missing } = DETAIL_RULES[detail]
  return isStated(detail, request) ? null : policyRefusal(missing, clause)
}

function isStated(detail: RequestDetail, request: AccountRequest): boolean {
  const stated = DETAIL_VALUES[detail](request)
  return typeof stated === 'number' ? stated >= 2 : (stated ?? '').trim() !== ''
}

const DETAIL_VALUES: Readonly<Record<RequestDetail, (request: AccountRequest) => string | number | null>> = {
  PURPOSE: ({ purpose }) => purpose,
  MISSION_AREA: ({ missionArea }) => missionArea,
  JUSTIFICATION: ({ justification }) => justification,
  AUDIENCE: ({ audience }) => audience,
  LANGUAGE: ({ language }) => language,
  ADMINISTRATORS: ({ administrators }) => administrators,
  OFFICIAL_OUTLET: ({ officialOutletUrl }) => officialOutletUrl,
  COMMENT_POLICY: ({ commentPolicyUrl }) => commentPolicyUrl,
  PRIVACY_NOTICE: ({ privacyNoticeUrl }) => privacyNoticeUrl,
  RECORDS_CAPTURE: ({ recordsCaptureMethod }) => recordsCaptureMethod,
}
