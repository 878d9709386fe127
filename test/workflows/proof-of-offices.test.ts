import { afterAll, beforeAll, describe, expect } from 'vitest'
import { accountIn, formAnswers } from '../support/act.ts'
import { accessRequest } from '../support/arrangements/access-grant.ts'
import { newestVersion } from '../support/arrangements/guidance.ts'
import { openPart } from '../support/arrangements/certification.ts'
import { policySettingArrangements } from '../support/arrangements/policy-setting.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { proofs } from '../support/proof.ts'
import { insertAccount } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const shows = proofs(() => app)
const REASON = { reason: 'Because the test says so.' }
const AUTHORITY = { writtenAuthority: 'Memorandum 7 of the Assistant Secretary' }

describe('Offices: the Assistant Secretary for Public Affairs', () => {
  shows(
    'IV.A.1',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the numbers of the policy are the Assistant Secretary’s, who oversees all use',
    async ({ act }) => {
      const change = await policySettingArrangements.changePolicySetting(app)
      await act('cio', 'changePolicySetting', change)
      await act('aspa', 'changePolicySetting', change)
    },
  )
  shows(
    'IV.A.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'whoever brings an account into use is trained, as Public Affairs records, but for an exception in force',
    async ({ act, except }) => {
      const course = { title: 'Records and accounts', description: 'Half a day.', required: true }
      const { id: courseId } = await act('opa', 'addTrainingCourse', course)
      const waiting = () => insertAccount(app, 'APPROVED', { primary: 'manager-cbp' })
      const [accountId, other] = [await waiting(), await waiting()]
      await act('manager-cbp', 'activateAccount', { accountId })
      await except(['IV.A.3'], { accountId })
      expect((await act('manager-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
      await act('manager-cbp', 'activateAccount', { accountId: other })
      const done = { courseId, personId: app.personId('manager-cbp'), completedOn: '2026-01-31' }
      await act('director-cbp', 'recordTraining', done)
      await act('opa', 'recordTraining', done)
      expect((await act('manager-cbp', 'activateAccount', { accountId: other })).state).toBe('ACTIVE')
      await act('aspa', 'endTrainingCourse', { courseId, ...REASON })
    },
  )
  shows(
    'IV.A.4',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Assistant Secretary lends approval in writing to an official, and to nobody who publishes',
    async ({ act }) => {
      const lend = (to: string, by = 'aspa') => {
        const scope = { delegateId: app.personId(to), componentId: app.componentId('CBP') }
        return act(by, 'delegateApproval', { ...scope, ...AUTHORITY, ...REASON })
      }
      await lend('manager-cbp')
      await lend('director-cbp', 'opa')
      const { id: delegationId } = await lend('director-cbp')
      await act('aspa', 'revokeDelegation', { delegationId, ...REASON })
    },
  )
  shows(
    'IV.A.5',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Assistant Secretary alone suspends a person’s rights; whoever is suspended changes nothing',
    async ({ act }) => {
      const accountId = await insertAccount(app, 'ACTIVE', { component: 'FEMA' })
      const update = { accountId, title: 'Another title' }
      const suspension = { personId: app.personId('manager-fema'), ...REASON }
      await act('opa', 'suspendPersonRights', suspension)
      await act('aspa', 'suspendPersonRights', suspension)
      await act('manager-fema', 'updateAccount', update)
      await act('aspa', 'restorePersonRights', suspension)
      expect((await act('manager-fema', 'updateAccount', update)).code).toBeUndefined()
    },
  )
})

describe('Offices: the Chief Information Officer', () => {
  shows(
    'IV.B.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Chief Information Officer provides the access that was decided on',
    async ({ act }) => {
      const { id: accessGrantId } = await act('employee', 'requestAccess', accessRequest())
      await act('opa', 'decideAccess', { accessGrantId, decision: 'APPROVE', ...REASON })
      await act('opa', 'provisionAccess', { accessGrantId, ...REASON })
      const provided = await act('cio', 'provisionAccess', { accessGrantId, ...REASON })
      expect(provided.state).toBe('PROVISIONED')
    },
  )
  shows(
    'IV.B.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'no account is approved before its security is attested by the Chief Information Officer, but for an exception',
    async ({ act, except }) => {
      const permitted = async () => {
        const { id: accountId } = await accountIn(app, 'ENDORSED')
        await act('opa', 'permitAccount', { accountId })
        return { accountId }
      }
      const [account, other] = [await permitted(), await permitted()]
      await act('aspa', 'approveAccount', account)
      await act('aspa', 'attestAccountSecurity', account)
      await act('cio', 'attestAccountSecurity', account)
      expect((await act('aspa', 'approveAccount', account)).state).toBe('APPROVED')
      await act('aspa', 'approveAccount', other)
      await except(['IV.B.3'], other)
      expect((await act('aspa', 'approveAccount', other)).state).toBe('APPROVED')
    },
  )
})

describe('Offices: the Officer for Civil Rights and Civil Liberties', () => {
  shows(
    'IV.D.1',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'the officer is heard on an account that shows people, but for an exception in force',
    async ({ act, except }) => {
      const risky = async () => {
        const { id } = await accountIn(app, 'PERMITTED', { answers: formAnswers('showsPeople') })
        return { accountId: id }
      }
      const [account, other] = [await risky(), await risky()]
      const advice = { ...account, advice: 'CONCUR', ...REASON }
      await act('aspa', 'approveAccount', account)
      await act('cio', 'recordAccountAdvice', advice)
      await act('crcl', 'recordAccountAdvice', advice)
      expect((await act('aspa', 'approveAccount', account)).state).toBe('APPROVED')
      await act('aspa', 'approveAccount', other)
      await except(['IV.D.1'], other)
      expect((await act('aspa', 'approveAccount', other)).state).toBe('APPROVED')
    },
  )
})

describe('Offices: the component public affairs directors', () => {
  shows(
    'IV.E.1',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'a component’s account comes into use under its published process, but for an exception in force',
    async ({ act, except }) => {
      const written = { componentId: app.componentId('CBP'), title: 'How we publish', body: 'In pairs.' }
      const { id: processId } = await act('director-cbp', 'publishComponentProcess', written)
      const review = (outcome: string, by = 'opa') =>
        act(by, 'reviewComponentProcess', { processId, outcome, ...REASON })
      await review('ALIGNED')
      await review('RETURNED')
      const waiting = () => insertAccount(app, 'APPROVED', { primary: 'manager-cbp' })
      const [accountId, other] = [await waiting(), await waiting()]
      await act('manager-cbp', 'activateAccount', { accountId })
      await except(['IV.E.1'], { accountId })
      expect((await act('manager-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
      await act('manager-cbp', 'activateAccount', { accountId: other })
      await act('manager-cbp', 'publishComponentProcess', written)
      const again = await act('director-cbp', 'publishComponentProcess', written)
      await act('opa', 'reviewComponentProcess', { processId: again.id, outcome: 'ALIGNED', ...REASON })
      expect((await act('manager-cbp', 'activateAccount', { accountId: other })).state).toBe('ACTIVE')
    },
  )
  shows(
    'IV.E.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'a director endorses for the own component, after reading the guidance in force, but for an exception',
    async ({ act, except }) => {
      const guidance = {
        kind: 'GUIDANCE',
        topic: 'PROCEDURE',
        title: 'How requests are endorsed',
        body: 'Read them.',
        changeSummary: 'The first version.',
        roles: ['COMPONENT_DIRECTOR'],
        processesReviewedBy: '2098-01-01T00:00:00Z',
      }
      const { id: documentId } = await act('opa', 'publishGuidance', guidance)
      const [accountId, other] = [
        await insertAccount(app, 'REQUESTED'),
        await insertAccount(app, 'REQUESTED'),
      ]
      await act('director-cbp', 'endorseAccount', { accountId })
      await except(['IV.E.2'], { accountId })
      expect((await act('director-cbp', 'endorseAccount', { accountId })).state).toBe('ENDORSED')
      await act('director-cbp', 'endorseAccount', { accountId: other })
      await act('director-cbp', 'acknowledgeGuidance', { versionId: await newestVersion(app, documentId) })
      await act('manager-cbp', 'endorseAccount', { accountId: other })
      expect((await act('director-cbp', 'endorseAccount', { accountId: other })).state).toBe('ENDORSED')
    },
  )
  shows(
    'IV.E.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'],
    'a director certifies once every account is answered for, but for an exception in force',
    async ({ act, except }) => {
      const part = async () => openPart(app, 'CBP', await insertAccount(app, 'ACTIVE'))
      const [{ partId, accountId }, other] = [await part(), await part()]
      await act('director-cbp', 'certifyComponent', { partId })
      const answers = [{ key: 'still-needed', value: 'YES' }]
      await act('manager-cbp', 'answerCertification', { partId, accountId, answers })
      await act('manager-cbp', 'certifyComponent', { partId })
      expect((await act('director-cbp', 'certifyComponent', { partId })).state).toBe('CERTIFIED')
      await act('director-cbp', 'certifyComponent', { partId: other.partId })
      await except(['IV.E.3'], { accountId: other.accountId })
      const certified = await act('director-cbp', 'certifyComponent', { partId: other.partId })
      expect(certified.state).toBe('CERTIFIED')
    },
  )
})
