import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { accountIn, requestInput } from '../support/act.ts'
import { accessRequest } from '../support/arrangements/access-grant.ts'
import { migrationArrangements } from '../support/arrangements/migration.ts'
import { requestFormArrangements } from '../support/arrangements/request-form.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { proofs } from '../support/proof.ts'
import { insertAccount, nextNumber, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const shows = proofs(() => app)
const REASON = { reason: 'Because the test says so.' }
const NOTHING = { accounts: [], platforms: [], components: [], people: [], exceptions: [], everything: false }
/** Accounts of CBP on one platform: what an exception to a request names. */
const onFacebook = () => ({
  componentId: app.componentId('CBP'),
  platformId: app.platformId('Facebook'),
})
const facebookPage = () => ({ profileUrl: `https://www.facebook.com/TestProof${nextNumber()}` })

describe('Requirements: permission, purpose and access', () => {
  shows(
    'V.B.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'Public Affairs permits an account, and nobody a request of their own',
    async ({ act }) => {
      const own = await act('opa', 'requestAccount', requestInput(app))
      await act('director-cbp', 'endorseAccount', { accountId: own.id })
      await act('opa', 'permitAccount', { accountId: own.id })
      const { id: accountId } = await accountIn(app, 'ENDORSED')
      await act('cio', 'permitAccount', { accountId })
      expect((await act('opa', 'permitAccount', { accountId })).state).toBe('ENDORSED')
    },
  )
  shows(
    'V.B.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'an account states its mission purpose, as the form of Public Affairs asks, but for an exception in force',
    async ({ act, except }) => {
      const ask = (purpose: string) =>
        act('manager-cbp', 'requestAccount', requestInput(app, { purpose, ...facebookPage() }))
      await ask(' ')
      expect((await ask('Tell travelers about waiting times.')).state).toBe('REQUESTED')
      const exceptionId = await except(['V.B.3'], onFacebook())
      expect((await ask(' ')).state).toBe('REQUESTED')
      await act('opa', 'revokeException', { exceptionId, ...REASON })
      await ask(' ')
      const form = await requestFormArrangements.adoptRequestForm(app)
      await act('aspa', 'adoptRequestForm', form)
      await act('opa', 'adoptRequestForm', form)
    },
  )
  shows(
    'V.B.4',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'access follows mission need: an account that has ended gives none, and Public Affairs decides',
    async ({ act }) => {
      const manage = { ...accessRequest(), kind: 'MANAGE', use: 'PUBLIC_COMMUNICATION', monitored: [] }
      const ask = async (state: 'ACTIVE' | 'RETIRED') =>
        act('employee', 'requestAccess', { ...manage, accountId: await insertAccount(app, state) })
      await ask('RETIRED')
      const { id: accessGrantId } = await ask('ACTIVE')
      const decision = { accessGrantId, decision: 'APPROVE', ...REASON }
      await act('aspa', 'decideAccess', decision)
      expect((await act('opa', 'decideAccess', decision)).state).toBe('APPROVED')
    },
  )
})

describe('Requirements: contacts and the list', () => {
  shows(
    'V.B.5',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'an account comes into use with a primary contact whom its director names, but for an exception in force',
    async ({ act, except }) => {
      const [accountId, other] = [await insertAccount(app, 'APPROVED'), await insertAccount(app, 'APPROVED')]
      await act('manager-cbp', 'activateAccount', { accountId })
      const contact = { accountId, personId: app.personId('manager-cbp') }
      await act('manager-cbp', 'assignPrimaryContact', contact)
      await act('director-cbp', 'assignPrimaryContact', contact)
      expect((await act('manager-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
      await act('manager-cbp', 'activateAccount', { accountId: other })
      await except(['V.B.5'], { accountId: other })
      expect((await act('manager-cbp', 'activateAccount', { accountId: other })).state).toBe('ACTIVE')
    },
  )
  shows(
    'V.B.6',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the list is the Assistant Secretary’s: nobody else decides what enters it from another register',
    async ({ act }) => {
      const decision = await migrationArrangements.decideMigration(app)
      await act('opa', 'decideMigration', decision)
      await act('aspa', 'decideMigration', decision)
    },
  )
  shows(
    'V.B.8',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'control is handed over before whoever answers is removed, and by the director, not among managers',
    async ({ act }) => {
      const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
      const leaving = { accountId, personId: app.personId('manager-cbp'), ...REASON }
      await act('director-cbp', 'endContact', leaving)
      const next = { accountId, personId: app.personId('author-cbp'), ...REASON }
      await act('manager-cbp', 'handOverContact', next)
      await act('director-cbp', 'handOverContact', next)
      const beside = { accountId, personId: app.personId('manager-cbp') }
      await act('manager-cbp', 'assignAlternateContact', beside)
      expect((await act('director-cbp', 'endContact', leaving)).code).toBeUndefined()
    },
  )
  shows(
    'V.B.8',
    ['ALLOWED', 'REFUSED', 'WITH_EXCEPTION'],
    'a personal login is used only where the platform demands one, but for an exception in force',
    async ({ act, except }) => {
      const ask = (loginModel: string) =>
        act('manager-cbp', 'requestAccount', requestInput(app, { loginModel, ...facebookPage() }))
      await ask('PERSONAL_REQUIRED_BY_PLATFORM')
      await ask('OFFICIAL')
      const exceptionId = await except(['V.B.8'], onFacebook())
      expect((await ask('PERSONAL_REQUIRED_BY_PLATFORM')).state).toBe('REQUESTED')
      await act('opa', 'revokeException', { exceptionId, ...REASON })
    },
  )
})

describe('Requirements: strategy, end and exceptions', () => {
  shows(
    'V.B.10',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'an account that would be the sole outlet is not permitted by Public Affairs, but for an exception in force',
    async ({ act, except }) => {
      const columns = { official_outlet_url: null, requested_by_id: null }
      const [accountId, other] = [
        await insertAccount(app, 'ENDORSED', { columns }),
        await insertAccount(app, 'ENDORSED'),
      ]
      await act('opa', 'permitAccount', { accountId })
      await act('crcl', 'permitAccount', { accountId: other })
      expect((await act('opa', 'permitAccount', { accountId: other })).code).toBeUndefined()
      await except(['V.B.10'], { accountId })
      expect((await act('opa', 'permitAccount', { accountId })).code).toBeUndefined()
    },
  )
  shows(
    'V.B.11',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'an account ends deactivated and archived, each confirmed once, the archive by the records officer',
    async ({ act }) => {
      const [accountId, other] = [await insertAccount(app, 'RETIRING'), await insertAccount(app, 'RETIRING')]
      await act('manager-cbp', 'confirmDeactivation', { accountId, observation: 'Gone.' })
      await act('opa', 'confirmDeactivation', { accountId, observation: 'Gone.' })
      await act('opa', 'confirmDeactivation', { accountId: other, observation: 'Gone.' })
      const archive = { accountId, archiveLocation: 'archive/7', archiveSha256: 'c0'.repeat(32) }
      await act('manager-cbp', 'confirmArchive', archive)
      expect((await act('records', 'confirmArchive', archive)).state).toBe('RETIRED')
    },
  )
  shows(
    'V.B.11',
    ['WITH_EXCEPTION'],
    'an account that is gone from its platform is a finding, but for an exception in force',
    async ({ except, findings }) => {
      const columns = {
        observed_status: 'GONE',
        administrators: 2,
        comment_policy_url: 'https://www.cbp.gov/comment-policy',
        privacy_notice_url: 'https://www.cbp.gov/privacy',
        records_capture_method: 'Exported every week.',
      }
      const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp', columns })
      const evaluate = () =>
        evaluateAround(app.services.commands, { ...NOTHING, accounts: [rawId(accountId)] })
      await evaluate()
      expect(await findings(accountId)).toEqual(['V.B.11'])
      await except(['V.B.11'], { accountId })
      await evaluate()
      expect(await findings(accountId)).toEqual([])
    },
  )
  shows(
    'V.B.12',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'an exception names a case and a clause that may be excepted, and Public Affairs decides it',
    async ({ act }) => {
      const ask = (clause: string, accountId: string | null) => {
        const written = { justification: 'No website yet.', validUntil: '2098-01-01T00:00:00Z' }
        return act('manager-cbp', 'requestException', { clauses: [clause], accountId, ...written })
      }
      const accountId = await insertAccount(app, 'ACTIVE')
      await ask('III.D', accountId)
      await ask('V.B.10', null)
      const { id: exceptionId } = await ask('V.B.10', accountId)
      const decision = { exceptionId, decision: 'DENY', ...REASON }
      await act('aspa', 'decideException', decision)
      expect((await act('opa', 'decideException', decision)).state).toBe('DENIED')
    },
  )
})
