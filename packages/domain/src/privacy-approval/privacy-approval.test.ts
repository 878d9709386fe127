import { describe, expect, test } from 'vitest'
import { isLent } from '../delegation/delegation.ts'
import { CLAUSES } from '../directive/clauses.ts'
import { seedRows } from '../directory/seed-data.fixture.ts'
import { accountTitle, splitNameCell } from '../migration/account-title.ts'
import { noticedTexts, personalTexts, textsToRecord } from './personal-names.ts'
import { checkMonitoringCleared, checkNamesCleared, unclearedTexts } from './privacy-gate.ts'
import { privacyApprovalStanding, type PrivacyAnswer } from './privacy-approval.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const JANE = { handle: 'TestOffice', title: 'Administrator Jane Doe', purpose: null }
const NOBODY = { handle: 'TestOffice', title: 'Test Office', purpose: 'News.' }

function answered(changes: Partial<PrivacyAnswer>): PrivacyAnswer {
  const nothing = { handle: null, title: null, purpose: null, profileUrls: [], expiresOn: null }
  return { state: 'APPROVED', ...nothing, ...changes }
}

test('IV.C.2: no delegation of any kind carries the decision, and no exception lifts the clause', () => {
  for (const kind of ['APPROVAL', 'COVER', 'ACTING'] as const)
    expect(isLent(kind, 'privacyApproval.decide'), kind).toBe(false)
  expect(CLAUSES['IV.C.2'].exceptionable).toBe(false)
})

describe('which texts name a person', () => {
  test.each([
    [JANE, ['TITLE']],
    [{ ...NOBODY, title: 'Office of Director Jane Doe' }, ['TITLE']],
    [{ ...NOBODY, purpose: 'Posts of Jane Doe.' }, ['PURPOSE']],
    [
      { handle: 'TestDoering', title: 'TestDoering', purpose: 'Director Jane Doering' },
      ['HANDLE', 'PURPOSE'],
    ],
    [NOBODY, []],
    [{ ...NOBODY, title: 'U.S. Coast Guard Cutter Kathleen Moore' }, []],
    [{ ...NOBODY, title: 'Elizabeth City NC' }, []],
  ] as const)('%o', (wording, texts) => {
    expect(noticedTexts(wording)).toEqual(texts)
  })
  test('no account of the real data is suspected by its name', () => {
    const suspected = seedRows('accounts.csv').flatMap(
      ({ handle = '', purpose_or_name: text = '', source = '' }) => {
        const { name, description } = splitNameCell(text, source.includes('Registry'))
        const title = accountTitle(name, description, handle)
        return noticedTexts({ handle, title, purpose: null }).length > 0 ? [title] : []
      },
    )
    expect(suspected).toEqual([])
  })
  test('what is noticed or was stated of a text that stays is kept, whatever is stated later', () => {
    expect(textsToRecord(JANE, [], null)).toEqual(['TITLE'])
    const before = { wording: NOBODY, namesPersonIn: ['HANDLE', 'TITLE'] as const }
    expect(textsToRecord({ ...NOBODY, title: 'Another' }, [], before)).toEqual(['HANDLE'])
    expect(personalTexts({ wording: JANE, namesPersonIn: [] })).toEqual(['TITLE'])
  })
})

describe('an approval holds for the very text, while it lasts', () => {
  const lacking = (...answers: PrivacyAnswer[]) =>
    unclearedTexts({ wording: JANE, namesPersonIn: ['HANDLE'], privacyAnswers: answers }, NOW)
  const title = JANE.title
  test('each text by its own, a handle whatever the case of its letters', () => {
    expect(lacking()).toEqual(['HANDLE', 'TITLE'])
    expect(lacking(answered({ title }))).toEqual(['HANDLE'])
    expect(lacking(answered({ title, handle: 'testoffice' }))).toEqual([])
    expect(lacking(answered({ title: 'Administrator John Doe', handle: 'TestOther' }))).toEqual([
      'HANDLE',
      'TITLE',
    ])
  })
  test('a finding that it is no personal information counts, nothing else does', () => {
    expect(lacking(answered({ title, state: 'NOT_PERSONAL' }))).toEqual(['HANDLE'])
    for (const state of ['REQUESTED', 'REFUSED', 'WITHDRAWN', 'REVOKED'] as const) {
      expect(lacking(answered({ title, state })), state).toEqual(['HANDLE', 'TITLE'])
    }
  })
  test('from its last day on it counts no more', () => {
    const ended = answered({ title, expiresOn: new Date('2026-11-22') })
    expect([lacking(ended), privacyApprovalStanding(ended, NOW)]).toEqual([['HANDLE', 'TITLE'], 'RUN_OUT'])
    const lasting = answered({ title, expiresOn: new Date('2026-11-23') })
    expect([lacking(lasting), privacyApprovalStanding(lasting, NOW)]).toEqual([['HANDLE'], 'IN_FORCE'])
  })
  test('a refusal says which texts, never what they say', () => {
    const refusal = checkNamesCleared({ wording: JANE, namesPersonIn: ['HANDLE'], privacyAnswers: [] }, NOW)
    expect(refusal?.message).toMatch(/^The handle and the name name a person/)
    expect(refusal?.message).not.toContain('Jane')
  })
})

test('people are looked at when each of their accounts is approved', () => {
  const monitored = [
    { profileUrl: 'https://x.com/one', holder: 'INDIVIDUAL' },
    { profileUrl: 'https://x.com/two', holder: 'INDIVIDUAL' },
    { profileUrl: 'https://x.com/county', holder: 'OFFICE_OR_ORGANIZATION' },
  ] as const
  const check = (...profileUrls: string[]) =>
    checkMonitoringCleared({ kind: 'MONITOR', monitored, privacyAnswers: [answered({ profileUrls })] }, NOW)
  expect(check('https://x.com/one')?.code).toBe('POLICY_REFUSAL')
  expect(check('https://x.com/one', 'https://x.com/two')).toBeNull()
})
