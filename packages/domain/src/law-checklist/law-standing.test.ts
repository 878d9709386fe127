import { describe, expect, test } from 'vitest'
import type { LawAnswer, LawItem, LawStandard } from './law-checklist.ts'
import { checkLawChecklist, gapsByHand, standingOf } from './law-standing.ts'

const ANSWERED = new Date('2026-01-01T12:00:00Z')
const NOW = new Date('2026-06-01T12:00:00Z')
const ITEM: LawItem = {
  key: 'checkedFacts',
  area: 'INFORMATION_QUALITY',
  question: 'Is it checked?',
  help: null,
  answerer: 'ACCOUNT',
  authority: null,
  fact: null,
  version: 2,
}
const NOTICE: LawItem = { ...ITEM, key: 'privacyNotice', area: 'PRIVACY', fact: 'PRIVACY_NOTICE' }
const ATTESTED: LawItem = { ...ITEM, key: 'attested', area: 'SECURITY', fact: 'SECURITY_ATTESTATION' }
const LAW: LawStandard = { version: 3, items: [ITEM, NOTICE, ATTESTED], periodDays: 365 }

function answered(changes: Partial<LawAnswer> = {}): LawAnswer {
  return {
    itemKey: 'checkedFacts',
    itemVersion: 2,
    outcome: 'MET',
    note: null,
    answeredAt: ANSWERED,
    ...changes,
  }
}

describe('V.A.2: where an item stands', () => {
  test('as it was answered, for as many days as an answer holds', () => {
    expect(standingOf(ITEM, answered(), LAW, NOW)).toBe('MET')
    expect(standingOf(ITEM, answered(), LAW, new Date('2027-01-01T11:59:59Z'))).toBe('MET')
    expect(standingOf(ITEM, answered(), LAW, new Date('2027-01-01T12:00:00Z'))).toBe('AGED')
  })
  test('unanswered without an answer, asked anew in other words', () => {
    expect(standingOf(ITEM, null, LAW, NOW)).toBe('UNANSWERED')
    expect(standingOf(ITEM, answered({ itemVersion: 1 }), LAW, NOW)).toBe('CHANGED')
  })
  test('what is met or does not apply is no gap, and what a fact answers is no question to anybody', () => {
    expect(gapsByHand(LAW, [answered()], NOW)).toEqual([])
    expect(gapsByHand(LAW, [answered({ outcome: 'NOT_APPLICABLE' })], NOW)).toEqual([])
    expect(gapsByHand(LAW, [], NOW)).toEqual([{ item: ITEM, standing: 'UNANSWERED' }])
  })
})

describe('V.A.2: whether a request is in order', () => {
  const account = {
    useCategory: 'PUBLIC_COMMUNICATION',
    commentPolicyUrl: null,
    privacyNoticeUrl: 'https://agency.gov/privacy',
    recordsCaptureMethod: null,
    conduct: { law: LAW },
    lawAnswers: [answered()],
  } as const
  test('with its answers and its own record; what offices attest is asked under their clauses', () => {
    expect(checkLawChecklist(account, NOW)).toBeNull()
  })
  test('a missing answer and a missing notice are both named', () => {
    const refusal = checkLawChecklist({ ...account, lawAnswers: [], privacyNoticeUrl: ' ' }, NOW)
    expect(refusal).toMatchObject({ code: 'POLICY_REFUSAL', clauses: ['V.A.2'] })
    expect(refusal?.message).toContain('checkedFacts (not answered), privacyNotice (not met)')
  })
  test('an account that does not speak to the public needs no notice', () => {
    const inside = { ...account, useCategory: 'INTERNAL_GENERAL_AUDIENCE', privacyNoticeUrl: null } as const
    expect(checkLawChecklist(inside, NOW)).toBeNull()
  })
})
