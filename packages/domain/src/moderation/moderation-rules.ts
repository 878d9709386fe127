import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, type Place } from '../access/authorize.ts'
import type { AccountState } from '../account/account.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  MODERATION_ACTIONS,
  MODERATION_PERMISSIONS,
  moderationMachine,
  type ModerationActionName,
} from './moderation-machine.ts'
import {
  isAgainstPerson,
  isMeasure,
  REASON_TERMS,
  REVERSED_BY,
  type ManagedAccount,
  type ModerationAccount,
  type ModerationFacts,
  type RecordedModeration,
} from './moderation.ts'
import { checkNamesNobody, checkReference } from './names-nobody.ts'

const IN_USE: readonly AccountState[] = ['ACTIVE', 'SUSPENDED', 'RETIRING']
const WAS_IN_USE: readonly AccountState[] = [...IN_USE, 'RETIRED']

/** Who answers for an account or has access to it. */
type Managers = Pick<ModerationAccount, 'contactIds' | 'access'>

/** Where an act of moderation takes effect. */
export function moderationPlace({
  componentId,
  accountId,
  platformId,
}: Pick<ModerationFacts, 'componentId' | 'accountId' | 'platformId'>): Place {
  return { componentId, accountId, platformId }
}

/** Whether somebody manages an account: one of its contacts, or with granted access that has not ended (V.B.4, V.B.5). */
export function managesAccount(actor: Actor, { contactIds, access }: Managers, now: Date): boolean {
  const person = personIdOf(actor)
  return person !== null && (contactIds.includes(person) || hasCurrentAccess(person, access, now))
}

function hasCurrentAccess(person: string, access: Managers['access'], now: Date): boolean {
  return access.some(({ personId, expiresOn }) => personId === person && expiresOn > now)
}

function checkManages(actor: Actor, managers: Managers, now: Date): Refusal | null {
  return managesAccount(actor, managers, now)
    ? null
    : policyRefusal(
        'Whoever manages an account says what was moderated on it: its contacts and those with access.',
        'IV.D.3',
        'V.B.4',
      )
}

/** Null when this actor may record moderation on this account now, as far as it shows without input. */
export function checkModerator(actor: Actor, account: ManagedAccount, now: Date): Refusal | null {
  const place = { componentId: account.componentId, accountId: account.id, platformId: account.platformId }
  return firstRefusal(
    () => authorize(actor, 'moderation.record', place),
    () => checkManages(actor, account, now),
  )
}

/** What is asked of an act as it is recorded: published rules, a reason that fits, and nobody's name (IV.D.3, IV.C.2). */
export function checkRecorded(
  act: RecordedModeration,
  account: ModerationAccount,
  namesSomebody: boolean,
  now: Date,
): Refusal | null {
  return firstRefusal(
    () => checkAccount(act, account),
    () => checkReason(act),
    () => (act.doneAt > now ? invalidInput('doneAt', 'This has not happened yet.') : null),
    () => checkReference(act.platformReference, account),
    () => checkNamesNobody('The explanation', act.explanation),
    () => checkNamesNobody('The rule', act.policySection),
    () => checkNamesNobody('The version', act.policyVersion),
    () => checkRegistered(namesSomebody),
  )
}

/** Null when a text said of an act of moderation names nobody (IV.C.2). */
export function checkWords(text: string, namesSomebody: boolean): Refusal | null {
  return firstRefusal(
    () => checkNamesNobody('The reason', text),
    () => checkRegistered(namesSomebody),
  )
}

function checkRegistered(namesSomebody: boolean): Refusal | null {
  return namesSomebody ? policyRefusal('A record of moderation names nobody.', 'IV.C.2') : null
}

function checkAccount({ kind }: RecordedModeration, account: ModerationAccount): Refusal | null {
  const { state, commentPolicyUrl } = account
  const allowed = isMeasure(kind) ? IN_USE : WAS_IN_USE
  if (!allowed.includes(state)) {
    const message = `This account is ${state}; moderation is recorded while it is ${allowed.join(' or ')}.`
    return { code: 'INVALID_STATE', message, state, allowed: [] }
  }
  return isMeasure(kind) && commentPolicyUrl === null
    ? policyRefusal(
        'Nothing is moderated without published rules: the account has no comment policy.',
        'IV.D.3',
      )
    : null
}

function checkReason({ kind, reason, explanation, policySection }: RecordedModeration): Refusal | null {
  const terms = REASON_TERMS[reason]
  if ((terms.of === 'MEASURE') !== isMeasure(kind)) {
    return invalidInput('reason', `${reason} is no reason for ${kind}.`)
  }
  if (terms.namesRule && policySection === null) {
    return policyRefusal(`${reason} counts only where the comment policy says so: name its rule.`, 'IV.D.3')
  }
  return explanation === null && (isAgainstPerson(kind) || reason === 'OTHER')
    ? policyRefusal(
        `${reason === 'OTHER' ? 'Another reason' : 'A measure against a person'} is explained in writing.`,
        'IV.D.3',
      )
    : null
}

/** Null when this actor may do this to this act now, as far as it shows without input. */
export function checkModerationAction(
  actor: Actor,
  action: ModerationActionName,
  act: ModerationFacts,
  now: Date,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, MODERATION_PERMISSIONS[action], moderationPlace(act)),
    () => checkKind(action, act),
    () => checkState(moderationMachine, act.state, action),
    () => (action === 'reviewModerationAction' ? checkReviewer(actor, act) : checkManages(actor, act, now)),
  )
}

// IV.D.3: whoever took or kept a measure does not review it.
function checkReviewer(actor: Actor, { involvedIds }: ModerationFacts): Refusal | null {
  return involvedIds.includes(personIdOf(actor) ?? '')
    ? policyRefusal('Nobody reviews moderation of their own.', 'IV.D.3')
    : null
}

function checkKind(action: ModerationActionName, { kind, state }: ModerationFacts): Refusal | null {
  const fits =
    action === 'reaffirmBlock'
      ? isAgainstPerson(kind)
      : action === 'correctModerationAction' || isMeasure(kind)
  if (fits) return null
  const message = `${kind} is nothing that ${action} is for.`
  return { code: 'INVALID_STATE', message, state, allowed: ['correctModerationAction'] }
}

/** Null when an entry of this kind may stand in place of another: a measure for a measure, a reversal for its like. */
export function checkCorrection({ kind }: RecordedModeration, former: ModerationFacts): Refusal | null {
  if (isMeasure(former.kind) ? isMeasure(kind) : kind === former.kind) return null
  return isMeasure(former.kind)
    ? invalidInput('kind', 'A measure is taken back by its reversal, and corrected by a measure.')
    : invalidInput('kind', `The entry it corrects is ${former.kind}.`)
}

/** What takes a measure back. Throws for what is none: asked before. */
export function reversalOf({ kind }: Pick<ModerationFacts, 'kind'>) {
  const reversal = REVERSED_BY[kind]
  if (reversal === null) throw new Error(`${kind} takes back and is not taken back.`)
  return reversal
}

/** What may be done to a recorded act, and what stands in the way. */
export function availableModerationActions(
  actor: Actor,
  act: ModerationFacts,
  now: Date,
): readonly AvailableAction<ModerationActionName>[] {
  return MODERATION_ACTIONS.map((action) => ({
    action,
    blockedBy: checkModerationAction(actor, action, act, now),
  }))
}

/** Whether moderation may be recorded on an account, and what stands in the way. */
export function availableModeration(
  actor: Actor,
  account: ManagedAccount,
  now: Date,
): AvailableAction<'recordModerationAction'> {
  return { action: 'recordModerationAction', blockedBy: checkModerator(actor, account, now) }
}
