import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, type Outcome } from '../support/act.ts'
import { lawVersion } from '../support/arrangements/law-checklist.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  answerLaw,
  lawAnswers,
  lawStandings,
  LAW_KEYS,
  shownLaw,
  type ShownLawItem,
} from '../support/law-answers.ts'
import { insertAccount, insertImported, rawId } from '../support/records.ts'

const DAY_MS = 86_400_000
const REASON = { reason: 'Because the test says so.' }
const NOTHING = { accounts: [], platforms: [], components: [], people: [], exceptions: [], everything: false }

let now = new Date()
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now, asksLaw: true })
})
afterAll(() => app.close())

const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)
const inUse = () => insertAccount(app, 'ACTIVE', { primary: 'contractor-cbp' })

async function answer(persona: string, accountId: string, answers: readonly object[] = lawAnswers()) {
  return answerLaw(app, persona, accountId, answers, await lawVersion(app))
}

const shown = (persona: string, id: string) => shownLaw(app, persona, id)
const standings = (id: string) => lawStandings(app, id)

describe('V.A.2: each account answers a checklist of law and policy', () => {
  test('with who answered and when, in one go, and again when it changes', async () => {
    const accountId = await inUse()
    expect((await answer('contractor-cbp', accountId)).id).toBe(accountId)
    const before = await shown('manager-cbp', accountId)
    expect(before.lawAnswers).toHaveLength(LAW_KEYS.length)
    expect(before.lawAnswers[0]).toMatchObject({ outcome: 'MET', answeredAt: now.toISOString() })
    expect(before.lawAnswers[0].answeredBy.displayName).not.toBe('')
    now = new Date(now.getTime() + DAY_MS)
    const amiss = [{ key: 'checkedFacts', outcome: 'NOT_MET', note: 'Nobody checks on weekends.' }]
    await answer('director-cbp', accountId, amiss)
    expect((await standings(accountId))['checkedFacts']).toBe('NOT_MET')
    const { rows } = await app.owner.query(
      `select changes from audit_entry where action = 'lawChecklist.answer' and subject_id = $1 order by seq`,
      [rawId(accountId)],
    )
    expect(rows).toHaveLength(2)
    expect(rows[1].changes).toContainEqual({
      field: 'law.checkedFacts.outcome',
      before: 'MET',
      after: 'NOT_MET',
    })
  })
  test('by its contact, its manager or its director, and by no other', async () => {
    const accountId = await inUse()
    for (const persona of ['author-cbp', 'cio', 'opa', 'manager-fema', 'employee', 'admin']) {
      const refused = await answer(persona, accountId)
      expect(refused.__typename, persona).toBe('ForbiddenError')
      expect(clauseIds(refused), persona).toEqual(['V.A.2'])
    }
    for (const persona of ['contractor-cbp', 'manager-cbp', 'director-cbp']) {
      expect((await answer(persona, accountId)).code, persona).toBeUndefined()
    }
  })
  test('what is on record answers by itself, names its evidence, and nobody answers it otherwise', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', {
      primary: 'contractor-cbp',
      columns: { privacy_notice_url: 'https://www.cbp.gov/privacy', comment_policy_url: null },
    })
    const { items } = (await shown('manager-cbp', accountId)).lawChecklist
    const told = (key: string) => items.find(({ item }: ShownLawItem) => item.key === key)
    expect(told('privacyNotice')).toMatchObject({
      standing: 'MET',
      evidence: 'https://www.cbp.gov/privacy',
      mine: false,
    })
    expect(told('commentPolicy')).toMatchObject({
      standing: 'NOT_MET',
      evidence: 'No comment policy is recorded.',
    })
    expect(told('accessiblePlatform').evidence).toContain('accessibility review is not on record')
    const refused = await answer('manager-cbp', accountId, lawAnswers(['commentPolicy']))
    expect(refused.message).toContain('commentPolicy')
    expect(clauseIds(refused)).toEqual(['V.A.2'])
  })
  test('nobody answers for an account that nobody has claimed, nor for one that has ended', async () => {
    const imported = await insertImported(app, 'CBP')
    expect(clauseIds(await answer('manager-cbp', imported))).toEqual(['V.B.5'])
    const ended = await insertAccount(app, 'RETIRED')
    expect((await answer('manager-cbp', ended)).__typename).toBe('InvalidStateError')
  })
  test('other components and those who only read see nothing of it', async () => {
    const accountId = await inUse()
    await answer('manager-cbp', accountId)
    for (const persona of ['manager-fema', 'employee']) {
      expect(await shown(persona, accountId)).toMatchObject({ lawChecklist: null, lawAnswers: [] })
    }
  })
})

describe('V.A.2: answers that are not kept', () => {
  test.each([
    ['an item there is not', [{ key: 'nonsense', outcome: 'MET' }], 'answers.nonsense'],
    [
      'an item answered twice',
      [...lawAnswers(['checkedFacts']), ...lawAnswers(['checkedFacts'])],
      'answers.checkedFacts',
    ],
    [
      'what is not met without saying why',
      [...lawAnswers(['rightsOfOthers']), { key: 'checkedFacts', outcome: 'NOT_MET', note: ' ' }],
      'answers.checkedFacts',
    ],
    [
      'what does not apply without saying why',
      [{ key: 'checkedFacts', outcome: 'NOT_APPLICABLE' }],
      'answers.checkedFacts',
    ],
    ['none at all', [], 'answers'],
  ])('%s is refused by name, and nothing of it is kept', async (_what, answers, path) => {
    const accountId = await inUse()
    const refused = await answer('manager-cbp', accountId, answers)
    expect(refused.__typename).toBe('InvalidInputError')
    expect(refused.issues[0]?.path).toBe(path)
    expect((await shown('manager-cbp', accountId)).lawAnswers).toEqual([])
  })
  test('the database keeps no answer that a fact gives, and moves none to another account', async () => {
    const accountId = await inUse()
    await answer('manager-cbp', accountId)
    const into = (key: string) =>
      app.owner.query(
        `insert into law_answer (id, account_id, item_key, item_version, outcome, answered_by_id, answered_at)
         values (gen_random_uuid(), $1, $2, 1, 'MET', $3, now())`,
        [rawId(accountId), key, rawId(app.personId('manager-cbp'))],
      )
    await expect(into('privacyNotice')).rejects.toThrow('by hand')
    const other = rawId(await inUse())
    const move = app.owner.query('update law_answer set account_id = $1 where account_id = $2', [
      other,
      rawId(accountId),
    ])
    await expect(move).rejects.toThrow('replaced by a later one')
  })
})

describe('V.A.2: a request is permitted and approved with its checklist in order', () => {
  test('Public Affairs does not permit before, and the refusal and the button name what is missing', async () => {
    const { id: accountId } = await accountIn(app, 'ENDORSED')
    await answer('manager-cbp', accountId, [
      { key: 'checkedFacts', outcome: 'NOT_MET', note: 'Not yet.' },
      ...lawAnswers(['accessiblePosts']),
    ])
    const refused = await act(app, 'opa', 'permitAccount', { accountId })
    expect(clauseIds(refused)).toEqual(['V.A.2'])
    expect(refused.message).toContain('informationRequests (not answered)')
    expect(refused.message).toContain('checkedFacts (not met)')
    expect(refused.message).not.toContain('accessiblePosts')
    const { availableActions } = await shown('opa', accountId)
    const button = availableActions.find(({ action }: { action: string }) => action === 'permitAccount')
    expect(button).toMatchObject({
      allowed: false,
      blockedBy: { message: refused.message, clause: { id: 'V.A.2' } },
    })
    await answer('manager-cbp', accountId)
    expect((await act(app, 'opa', 'permitAccount', { accountId })).state).toBe('ENDORSED')
  })
  test('what the request itself leaves out counts too, where the form no longer asks for it', async () => {
    const columns = { privacy_notice_url: null }
    const accountId = await insertAccount(app, 'ENDORSED', { columns })
    await answer('manager-cbp', accountId)
    const refused = await act(app, 'opa', 'permitAccount', { accountId })
    expect(refused.message).toContain('privacyNotice (not met)')
  })
  test('the Assistant Secretary does not approve what came out of order meanwhile, nor does the database', async () => {
    const { id: accountId } = await accountIn(app, 'ENDORSED')
    await answer('manager-cbp', accountId)
    await act(app, 'cio', 'attestAccountSecurity', { accountId })
    await act(app, 'opa', 'permitAccount', { accountId })
    await answer('manager-cbp', accountId, [{ key: 'rightsOfOthers', outcome: 'NOT_MET', note: 'One song.' }])
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId }))).toEqual(['V.A.2'])
    const approve = app.owner.query(`update account set state = 'APPROVED' where id = $1`, [rawId(accountId)])
    await expect(approve).rejects.toThrow('not in order')
    const note = { note: 'The song belongs to the office.' }
    await answer('manager-cbp', accountId, [{ key: 'rightsOfOthers', outcome: 'NOT_APPLICABLE', ...note }])
    expect((await act(app, 'aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
  })
  test('an exception names no law: V.A.2 is not lifted', async () => {
    const asked = { clauses: ['V.A.2'], justification: 'The office is new.', ...REASON }
    const refused = await act(app, 'manager-cbp', 'requestException', {
      clauses: asked.clauses,
      justification: asked.justification,
      componentId: app.componentId('CBP'),
      platformId: app.platformId('X'),
      validUntil: '2098-01-01T00:00:00Z',
    })
    expect(refused.__typename).toBe('PolicyRefusalError')
  })
})

describe('V.A.2: what is not answered on an account in use is found', () => {
  const evaluate = (...accounts: string[]) =>
    evaluateAround(app.services.commands, { ...NOTHING, accounts: accounts.map(rawId) })
  async function found(accountId: string) {
    await evaluate(accountId)
    const { findings } = await shown('opa', accountId)
    return findings.filter(
      ({ code, state }: { code: string; state: string }) => code === 'LAW_CHECKLIST_OPEN' && state === 'OPEN',
    )
  }
  test('as one finding for the account, which closes by itself once all is answered', async () => {
    const accountId = await inUse()
    const [finding, ...others] = await found(accountId)
    expect(others).toEqual([])
    expect(finding.clause.id).toBe('V.A.2')
    for (const key of LAW_KEYS) expect(finding.detail).toContain(`${key} (not answered)`)
    await answer('manager-cbp', accountId)
    expect(await found(accountId)).toEqual([])
    await answer('manager-cbp', accountId, [{ key: 'checkedFacts', outcome: 'NOT_MET', note: 'Not now.' }])
    expect((await found(accountId))[0].detail).toContain('checkedFacts (not met)')
  })
  test('an imported account that nobody has claimed is found, in words of its own', async () => {
    const [finding] = await found(await insertImported(app, 'CBP'))
    expect(finding.detail).toContain('Nobody has claimed it')
  })
  test('answers age: after the days that the department has set they are asked for again', async () => {
    const accountId = await inUse()
    await answer('manager-cbp', accountId)
    now = new Date(now.getTime() + 364 * DAY_MS)
    expect(await found(accountId)).toEqual([])
    now = new Date(now.getTime() + DAY_MS)
    expect((await standings(accountId))['checkedFacts']).toBe('AGED')
    expect((await found(accountId))[0].detail).toContain('checkedFacts (answered too long ago)')
    await act(app, 'aspa', 'changePolicySetting', { key: 'LAW_ANSWER_PERIOD_DAYS', value: 700, ...REASON })
    expect(await found(accountId)).toEqual([])
  })
})
