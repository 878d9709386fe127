import { change, type ChangeRequest } from '@official-accounts/client/change'
import { STATED_USES } from '@official-accounts/domain/account/account'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'
import type { PlatformState } from '@official-accounts/domain/platform/platform'
import { addressOf, requiredValue, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { RequestAccountMutation } from './account-changes.documents.ts'
import { requestInput } from './account-commands.ts'
import { detailInput } from './account-fields.ts'
import { answerInput } from '../request-form/request-form-fields.ts'
import type { RequestFormDetail } from '../request-form/request-form.documents.ts'
import type { PlatformWithRules, StoredServices } from './account-request.documents.ts'

/** A platform whose addresses can be read, with where it stands. */
export interface ReadablePlatform extends IdentityPlatform {
  readonly state: PlatformState
}

/** A service that is used as a tool: nobody has an account on it (IV.A.2). */
export interface KnownTool {
  readonly name: string
  readonly domains: readonly string[]
}

/** The services an address may be on. */
export interface KnownServices {
  readonly platforms: readonly ReadablePlatform[]
  readonly tools: readonly KnownTool[]
}

/** The services an address may be on, as the server sends them. */
export function knownServices({ platforms, tools }: StoredServices): KnownServices {
  return {
    platforms: identityPlatforms(platforms.edges.map(({ node }) => node)),
    tools: tools.edges.map(({ node }) => node),
  }
}

// The platforms whose rules can be read.
function identityPlatforms(platforms: readonly PlatformWithRules[]): ReadablePlatform[] {
  return platforms.flatMap(({ slug, name, state, rules: stored }) => {
    const { rules } = parsePlatformRules(stored)
    return rules === null ? [] : [{ slug, name, state, rules, prohibited: state === 'PROHIBITED' }]
  })
}

/** The mutation behind the request form. */
export function requestAccount(
  values: FormValues,
  idempotencyKey: string,
  form: RequestFormDetail,
): ChangeRequest {
  return change(RequestAccountMutation, {
    profileUrl: addressOf(values, 'profileUrl') ?? '',
    componentId: requiredValue(values, 'componentId'),
    useCategory: choiceOf(STATED_USES, values['useCategory']) ?? 'PUBLIC_COMMUNICATION',
    ...detailInput(values),
    ...requestInput(values),
    ...answerInput(form, values),
    idempotencyKey,
  })
}
