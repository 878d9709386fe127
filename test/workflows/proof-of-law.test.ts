import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { accountIn } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { lawAnswers } from '../support/law-answers.ts'
import { proofs } from '../support/proof.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ asksLaw: true })
})
afterAll(() => app.close())

const shows = proofs(() => app)
const NOTHING = { platforms: [], components: [], people: [], exceptions: [], everything: false }
const answers = { checklistVersion: 1, answers: lawAnswers() }

describe('Policy: official use follows law and policy', () => {
  shows(
    'V.A.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'an account is permitted once those who answer for it, and no office in their place, have answered its checklist',
    async ({ act }) => {
      const { id: accountId } = await accountIn(app, 'ENDORSED')
      await act('opa', 'permitAccount', { accountId })
      await act('opa', 'answerLawChecklist', { accountId, ...answers })
      await act('manager-cbp', 'answerLawChecklist', { accountId, ...answers })
      expect((await act('opa', 'permitAccount', { accountId })).state).toBe('ENDORSED')
    },
  )
  shows(
    'V.A.2',
    ['REFUSED'],
    'an account in use whose checklist is not in order is found, until it is answered',
    async ({ act, findings }) => {
      const accountId = await insertAccount(app, 'ACTIVE', {
        primary: 'manager-cbp',
        columns: { comment_policy_url: 'https://www.cbp.gov/comment-policy' },
      })
      const evaluate = () =>
        evaluateAround(app.services.commands, { ...NOTHING, accounts: [rawId(accountId)] })
      await evaluate()
      expect(await findings(accountId)).toContain('V.A.2')
      await act('manager-cbp', 'answerLawChecklist', { accountId, ...answers })
      await evaluate()
      expect(await findings(accountId)).not.toContain('V.A.2')
    },
  )
})
