import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, holdsFor } from '../access/authorize.ts'
import { ROLES } from '../access/roles.ts'
import { accountPlace, type AccountFacts, type AccountState } from '../account/account.ts'
import { changesBetween, type AuditChange } from '../audit/audit-entry.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { forbidden, invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import type { LawAnswer, LawItem, LawOutcome } from './law-checklist.ts'
import { answerTo } from './law-standing.ts'

const ANSWERED_IN: readonly AccountState[] = [
  'REQUESTED',
  'CHANGES_REQUESTED',
  'ENDORSED',
  'APPROVED',
  'ACTIVE',
  'SUSPENDED',
]

/** What is answered to one item. */
export interface GivenLawAnswer {
  readonly key: string
  readonly outcome: LawOutcome
  readonly note: string | null
}

/** Null when this actor may answer this item for this account (V.A.2). */
export function checkLawAnswerer(actor: Actor, item: LawItem, account: AccountFacts): Refusal | null {
  if (item.fact !== null) {
    return policyRefusal(`${item.key} is answered by what is on record, and by nobody by hand.`, 'V.A.2')
  }
  const place = accountPlace(account)
  const holds = (role: Parameters<typeof holdsFor>[1]) => holdsFor(actor, role, 'lawChecklist.answer', place)
  if (item.answerer !== 'ACCOUNT') {
    return holds(item.answerer)
      ? null
      : forbidden(`${item.key} is answered by: ${ROLES[item.answerer].title}.`, 'V.A.2')
  }
  const person = personIdOf(actor)
  const isContact = account.contacts.some(({ personId }) => personId === person)
  return isContact || holds('ACCOUNT_MANAGER') || holds('COMPONENT_DIRECTOR')
    ? null
    : forbidden(
        `${item.key} is answered by a contact of the account, or its component’s manager or director.`,
        'V.A.2',
      )
}

/** Null when this actor may answer something of this account's checklist now. */
export function checkMayAnswer(actor: Actor, account: AccountFacts): Refusal | null {
  return firstRefusal(
    () => authorize(actor, 'lawChecklist.answer', accountPlace(account)),
    () => checkAnswerable(account),
    () => checkSomething(actor, account),
  )
}

function checkAnswerable({ state, imported, claimed }: AccountFacts): Refusal | null {
  if (!ANSWERED_IN.includes(state)) {
    const message = `This account is ${state}; its checklist of law and policy is answered while it is asked for or in use.`
    return { code: 'INVALID_STATE', message, state, allowed: [] }
  }
  return imported && !claimed
    ? policyRefusal('An imported account is claimed before its checklist is answered.', 'V.B.5')
    : null
}

function checkSomething(actor: Actor, account: AccountFacts): Refusal | null {
  const byHand = account.conduct.law.items.filter(({ fact }) => fact === null)
  const [first] = byHand
  if (first === undefined) return policyRefusal('The checklist asks nobody: all of it is on record.', 'V.A.2')
  return byHand.some((item) => checkLawAnswerer(actor, item, account) === null)
    ? null
    : checkLawAnswerer(actor, first, account)
}

/**
 * Null when all these answers may be given at once, by this actor, who has read the checklist of this version. A refusal
 * names the item, and then none of them is kept.
 */
export function checkLawAnswers(
  actor: Actor,
  account: AccountFacts,
  answers: readonly GivenLawAnswer[],
  readVersion: number,
): Refusal | null {
  const { items, version } = account.conduct.law
  return firstRefusal(
    () => (readVersion > version ? invalidInput('checklistVersion', 'There is no such version.') : null),
    ...answers.map((answer, at) => () => {
      const path = `answers.${answer.key}`
      const item = items.find(({ key }) => key === answer.key)
      if (item === undefined) return invalidInput(path, 'The checklist has no such item.')
      if (answers.findIndex(({ key }) => key === answer.key) !== at)
        return invalidInput(path, 'It is answered twice.')
      if (item.version > readVersion)
        return invalidInput(path, 'It is asked in other words now: read it again.')
      return checkLawAnswerer(actor, item, account) ?? checkNote(path, answer)
    }),
  )
}

function checkNote(path: string, { outcome, note }: GivenLawAnswer): Refusal | null {
  if (outcome === 'MET' || note !== null) return null
  return invalidInput(
    path,
    outcome === 'NOT_MET'
      ? 'Say in a note what is amiss, and by when it is put right.'
      : 'Say in a note why it does not apply.',
  )
}

/** What the audit says of answers: what each was and became, and that it was given anew. */
export function lawAnswerChanges(
  items: readonly LawItem[],
  before: readonly LawAnswer[],
  given: readonly GivenLawAnswer[],
  now: Date,
): readonly AuditChange[] {
  return given.flatMap(({ key, outcome, note }) => {
    const item = items.find((one) => one.key === key)
    const old = item ? answerTo(item, before) : null
    const after = { outcome, note, itemVersion: item?.version ?? null, answeredAt: now.toISOString() }
    const was = old === null ? {} : { ...old, answeredAt: old.answeredAt.toISOString() }
    return changesBetween(['outcome', 'note', 'itemVersion', 'answeredAt'], was, after).map((change) => ({
      ...change,
      field: `law.${key}.${change.field}`,
    }))
  })
}

/** Whether the checklist of an account may be answered, and what stands in the way. */
export function availableLawAnswer(
  actor: Actor,
  account: AccountFacts,
): AvailableAction<'answerLawChecklist'> {
  return { action: 'answerLawChecklist', blockedBy: checkMayAnswer(actor, account) }
}
