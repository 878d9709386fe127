import { afterAll, beforeAll, describe, expect } from 'vitest'
import { requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { proofs } from '../support/proof.ts'
import { insertAccount, insertPlatform, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const shows = proofs(() => app)
const REASON = { reason: 'Because the test says so.' }
const AUTHORITY = { writtenAuthority: 'Memorandum 7 of the Assistant Secretary' }

describe('Scope and principals', () => {
  shows(
    'I.B.4',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'a service ends by the Assistant Secretary, once its last account has ended',
    async ({ act }) => {
      const platformId = await insertPlatform(app, 'APPROVED')
      const retire = { platformId, ...REASON }
      const accountId = await insertAccount(app, 'RETIRING', {
        columns: { platform_id: rawId(platformId) },
        confirmed: [{ kind: 'DEACTIVATION', by: 'opa' }],
      })
      await act('aspa', 'retirePlatform', retire)
      const archive = { archiveLocation: 'archive/1', archiveSha256: 'ab'.repeat(32) }
      await act('records', 'confirmArchive', { accountId, ...archive })
      await act('opa', 'retirePlatform', retire)
      expect((await act('aspa', 'retirePlatform', retire)).state).toBe('RETIRED')
    },
  )
  shows(
    'II.B',
    ['ALLOWED', 'REFUSED'],
    'accounts speak to the public or a general audience inside, and are never for operations',
    async ({ act }) => {
      const ask = (useCategory: string) =>
        act('manager-cbp', 'requestAccount', requestInput(app, { useCategory }))
      for (const use of ['PUBLIC_COMMUNICATION', 'INTERNAL_GENERAL_AUDIENCE', 'NON_OPERATIONAL_AWARENESS'])
        expect((await ask(use)).state, use).toBe('REQUESTED')
      expect((await ask('OPERATIONAL')).message).toContain('operational policy')
    },
  )
  shows(
    'II.C',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'a contractor is bound by the Directive and approves nothing for the department; an employee may be lent it',
    async ({ act }) => {
      const lend = (to: string, by = 'aspa') =>
        act(by, 'delegateApproval', { delegateId: app.personId(to), ...AUTHORITY, ...REASON })
      await lend('contractor-cbp')
      await lend('opa', 'opa')
      const { id: delegationId } = await lend('opa')
      await act('aspa', 'revokeDelegation', { delegationId, ...REASON })
    },
  )
  shows(
    'II.P',
    ['RIGHT_OFFICE', 'WRONG_OFFICE'],
    'a report that personal and official engagement are mixed becomes a finding by an office that oversees',
    async ({ act }) => {
      const accountId = await insertAccount(app, 'ACTIVE')
      const report = { accountId, clause: 'II.P', detail: 'The manager answers there as a private person.' }
      await act('employee', 'openFinding', report)
      expect((await act('opa', 'openFinding', report)).state).toBe('OPEN')
    },
  )
})

describe('Authorities that a rule cites', () => {
  shows(
    'III.E',
    ['ALLOWED', 'REFUSED'],
    'what an account publishes is captured as a record, or there is no account',
    async ({ act }) => {
      const ask = (recordsCaptureMethod: string) =>
        act('manager-cbp', 'requestAccount', requestInput(app, { recordsCaptureMethod }))
      await ask(' ')
      await ask('Every post is exported once a day.')
    },
  )
  shows(
    'III.H',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'an account has a privacy notice, and a platform’s changed privacy policy is recorded by an office that reads it',
    async ({ act }) => {
      const ask = (privacyNoticeUrl: string | null) =>
        act('manager-cbp', 'requestAccount', requestInput(app, { privacyNoticeUrl }))
      await ask(null)
      await ask('https://www.cbp.gov/privacy')
      const platformId = await insertPlatform(app, 'APPROVED')
      const change = { platformId, text: 'PRIVACY_POLICY', changedOn: '2026-01-20', ...REASON }
      await act('crcl', 'recordPlatformTermsChange', change)
      await act('privacy', 'recordPlatformTermsChange', change)
    },
  )
})

describe('The inspector general’s recommendations', () => {
  shows(
    'OIG.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'policy of the whole department is the Office of Policy’s',
    async ({ act }) => {
      const policy = {
        kind: 'POLICY',
        topic: 'SECURITY',
        title: 'Policy of the department',
        body: 'As it says.',
        changeSummary: 'The first version.',
        roles: [],
      }
      await act('director-cbp', 'publishGuidance', policy)
      await act('opa', 'publishGuidance', policy)
      await act('policy', 'publishGuidance', policy)
    },
  )
  shows(
    'OIG.4',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'a component’s policy is submitted by its director and reviewed by the Privacy Office',
    async ({ act }) => {
      const written = { componentId: app.componentId('CBP'), title: 'Our policy', body: 'As it says.' }
      await act('director-fema', 'submitComponentPolicy', written)
      const { id: policyId } = await act('director-cbp', 'submitComponentPolicy', written)
      const review = { policyId, outcome: 'APPROVED', ...REASON }
      await act('opa', 'reviewComponentPolicy', review)
      expect((await act('privacy', 'reviewComponentPolicy', review)).state).toBe('APPROVED')
    },
  )
})
