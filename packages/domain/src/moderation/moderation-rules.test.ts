import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import { seedPlatforms } from '../directory/seed-data.fixture.ts'
import { checkCorrection, checkModerationAction, checkModerator, checkRecorded } from './moderation-rules.ts'
import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  REASON_TERMS,
  REVERSED_BY,
  type ModerationAccount,
  type ModerationFacts,
  type RecordedModeration,
} from './moderation.ts'

const NOW = new Date('2027-03-10T12:00:00Z')
const X = seedPlatforms().find(({ slug }) => slug === 'x') ?? null
const ACCOUNT: ModerationAccount = {
  id: 'account',
  componentId: 'cbp',
  platformId: 'x',
  state: 'ACTIVE',
  canonicalKey: 'cbp',
  commentPolicyUrl: 'https://www.cbp.gov/comment-policy',
  contactIds: ['contact'],
  access: [{ personId: 'manager', expiresOn: new Date('2027-04-01T00:00:00Z') }],
  platform: X,
}
const ACT: RecordedModeration = {
  kind: 'COMMENT_HIDDEN',
  reason: 'SPAM',
  platformReference: '1845678901234567890',
  explanation: null,
  policyVersion: null,
  policySection: null,
  doneAt: NOW,
}
const FACTS: ModerationFacts = {
  id: 'act',
  kind: 'PERSON_BLOCKED',
  reason: 'THREAT',
  state: 'IN_REVIEW',
  accountId: 'account',
  componentId: 'cbp',
  platformId: 'x',
  recordedById: 'contact',
  involvedIds: ['contact'],
  contactIds: ACCOUNT.contactIds,
  access: ACCOUNT.access,
  reversesId: null,
  reviewBy: null,
  version: 1,
}

function somebody(personId: string, role: Role): Actor {
  const roles = [{ role, componentIds: ['cbp'] }]
  return { kind: 'PERSON', personId, displayName: personId, roles, acr: null }
}
function recorded(changes: Partial<RecordedModeration>, account: Partial<ModerationAccount> = {}) {
  return checkRecorded({ ...ACT, ...changes }, { ...ACCOUNT, ...account }, false, NOW)
}

describe('IV.D.3: who records moderation', () => {
  test.each([
    ['a contact of the account', 'contact', NOW, null],
    ['somebody with access to it', 'manager', NOW, null],
    ['the same after the access has ended', 'manager', new Date('2027-04-01T00:00:00Z'), 'POLICY_REFUSAL'],
    ['another manager of the component', 'other', NOW, 'POLICY_REFUSAL'],
  ] as const)('%s', (_who, person, at, expected) => {
    const refusal = checkModerator(somebody(person, 'ACCOUNT_MANAGER'), ACCOUNT, at)
    expect(refusal?.code ?? null).toBe(expected)
  })
  test('nobody of another component, whatever the record says', () => {
    const account = { ...ACCOUNT, componentId: 'fema' }
    expect(checkModerator(somebody('contact', 'ACCOUNT_MANAGER'), account, NOW)?.code).toBe('FORBIDDEN')
  })
})

describe('IV.D.3: what is recorded', () => {
  test('a comment that was hidden by the published rules is', () => {
    expect(recorded({})).toBeNull()
  })
  test('nothing is without published rules, and what is taken back is', () => {
    const none = { commentPolicyUrl: null }
    expect(recorded({}, none)).toMatchObject({ clauses: ['IV.D.3'] })
    expect(recorded({ kind: 'COMMENT_RESTORED', reason: 'RULE_NOT_BROKEN' }, none)).toBeNull()
  })
  test.each(['OFF_TOPIC', 'REPETITION', 'OTHER'] as const)('%s names the rule it rests on', (reason) => {
    const explanation = 'It repeats an advertisement.'
    expect(recorded({ reason, explanation })).toMatchObject({ clauses: ['IV.D.3'] })
    expect(recorded({ reason, explanation, policySection: 'Rule 4' })).toBeNull()
  })
  test.each(['PERSON_BLOCKED', 'PERSON_RESTRICTED'] as const)('%s is explained in writing', (kind) => {
    expect(recorded({ kind })).toMatchObject({ clauses: ['IV.D.3'] })
    expect(recorded({ kind, explanation: 'Three threats in one day.' })).toBeNull()
  })
  test('every reason is for measures or for what takes them back, and fits no other', () => {
    for (const kind of MODERATION_KINDS) {
      for (const reason of MODERATION_REASONS) {
        const refusal = recorded({ kind, reason, explanation: 'So it was.', policySection: 'Rule 1' })
        const fits = (REASON_TERMS[reason].of === 'MEASURE') === (REVERSED_BY[kind] !== null)
        expect(refusal === null, `${kind} ${reason}`).toBe(fits)
      }
    }
  })
  test('nothing that has not happened yet, and nothing on an account that was never in use', () => {
    expect(recorded({ doneAt: new Date('2027-03-10T12:00:01Z') })?.code).toBe('INVALID_INPUT')
    expect(recorded({}, { state: 'REQUESTED' })?.code).toBe('INVALID_STATE')
    expect(recorded({}, { state: 'RETIRED' })?.code).toBe('INVALID_STATE')
  })
  test('a correction is of the kind it stands for', () => {
    expect(checkCorrection({ ...ACT, kind: 'COMMENT_REMOVED' }, FACTS)).toBeNull()
    expect(checkCorrection({ ...ACT, kind: 'PERSON_UNBLOCKED' }, FACTS)?.code).toBe('INVALID_INPUT')
    expect(checkCorrection(ACT, { ...FACTS, kind: 'COMMENT_RESTORED' })?.code).toBe('INVALID_INPUT')
  })
})

describe('IV.D.3: what may be done to it', () => {
  const officer = (personId: string) => somebody(personId, 'CRCL_OFFICER')
  const contact = somebody('contact', 'ACCOUNT_MANAGER')

  test('Civil Rights reviews it, and never whoever did or kept it', () => {
    expect(checkModerationAction(officer('officer'), 'reviewModerationAction', FACTS, NOW)).toBeNull()
    const own = { ...FACTS, involvedIds: ['contact', 'officer'] }
    expect(checkModerationAction(officer('officer'), 'reviewModerationAction', own, NOW)).toMatchObject({
      clauses: ['IV.D.3'],
    })
  })
  test('what takes back is not reviewed and not taken back', () => {
    const reversal: ModerationFacts = { ...FACTS, kind: 'PERSON_UNBLOCKED', state: 'RECORDED' }
    expect(checkModerationAction(officer('officer'), 'reviewModerationAction', reversal, NOW)?.code).toBe(
      'INVALID_STATE',
    )
    expect(checkModerationAction(contact, 'reverseModerationAction', reversal, NOW)?.code).toBe(
      'INVALID_STATE',
    )
  })
  test('what is to be taken back is taken back, and neither corrected nor kept', () => {
    const asked: ModerationFacts = { ...FACTS, state: 'TO_BE_REVERSED' }
    expect(checkModerationAction(contact, 'reverseModerationAction', asked, NOW)).toBeNull()
    for (const action of ['correctModerationAction', 'reaffirmBlock'] as const)
      expect(checkModerationAction(contact, action, asked, NOW)?.code).toBe('INVALID_STATE')
  })
  test('only a measure against a person is kept by saying why', () => {
    const upheld: ModerationFacts = { ...FACTS, state: 'UPHELD' }
    expect(checkModerationAction(contact, 'reaffirmBlock', upheld, NOW)).toBeNull()
    const hidden: ModerationFacts = { ...upheld, kind: 'COMMENT_HIDDEN' }
    expect(checkModerationAction(contact, 'reaffirmBlock', hidden, NOW)?.code).toBe('INVALID_STATE')
  })
})
