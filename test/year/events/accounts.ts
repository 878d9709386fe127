import { expect } from 'vitest'
import { lawAnswers } from '../../support/law-answers.ts'
import { formAnswers } from '../../support/act.ts'
import { REASON, type Year, type YearEvent } from '../year-world.ts'

/** How accounts are claimed, asked for, attested, taken over by others, and ended. */
export const EVENTS_OF_ACCOUNTS: readonly YearEvent[] = [
  {
    day: 7,
    what: 'The offices of CBP and FEMA claim a dozen of their accounts each',
    async happens(year) {
      for (const [code, persona] of [
        ['CBP', 'manager-cbp'],
        ['FEMA', 'manager-fema'],
      ] as const) {
        const found = await year.accountsOf(code, `a.state = 'ACTIVE' and a.claimed_at is null`)
        year.kept.set(code, found.slice(0, 12))
        for (const accountId of year.recall(code)) await year.run(persona, 'claimAccount', { accountId })
      }
    },
  },
  {
    day: 20,
    what: 'Each of the two publishes its process',
    async happens(year) {
      for (const code of ['CBP', 'FEMA']) {
        const written = {
          componentId: await year.component(code),
          title: 'How we publish',
          body: 'In pairs.',
        }
        const director = `director-${code.toLowerCase()}`
        const processId = await year.run(director, 'publishComponentProcess', written)
        await year.run('opa', 'reviewComponentProcess', { processId, outcome: 'ALIGNED', ...REASON })
      }
    },
  },
  {
    day: 35,
    what: 'An exception keeps the time of a vacancy off one account, for three months',
    async happens(year) {
      const asked = { accountId: year.recall('CBP')[0], clauses: ['V.B.5'], validUntil: year.instantIn(90) }
      const why = { justification: 'A new office is being set up.' }
      const exceptionId = await year.run('director-cbp', 'requestException', { ...asked, ...why })
      await year.run('opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
    },
  },
  {
    day: 63,
    what: 'An account is called after its director, as the Chief Privacy Officer approves for two months',
    async happens(year) {
      const [accountId] = await year.accountsOf('CBP', `a.state = 'ACTIVE' and a.claimed_at is null`)
      const title = 'Office of Director Jane Doe'
      const told = { information: 'A name.', whose: 'The director.', need: 'The office is known by it.' }
      const asked = { accountId, title, expiresOn: year.dateIn(60), ...told }
      const privacyApprovalId = await year.run('opa', 'requestPrivacyApproval', asked)
      await expect(year.run('opa', 'updateAccount', { accountId, title })).rejects.toThrow(
        /IV\.C\.2|names a person/,
      )
      const answer = { privacyApprovalId, decision: 'APPROVE', ...REASON }
      await year.run('privacy', 'decidePrivacyApproval', answer)
      await year.run('opa', 'updateAccount', { accountId, title, administrators: 2 })
    },
  },
  {
    day: 65,
    what: 'The official outlet of an account is named, which closes what was found of it',
    async happens(year) {
      const [, , , , accountId] = year.recall('CBP')
      const outlet = { officialOutletUrl: 'https://www.cbp.gov/travel', administrators: 2 }
      await year.run('opa', 'updateAccount', { accountId, title: 'An account with an outlet', ...outlet })
    },
  },
  {
    day: 110,
    what: 'The Chief Information Officer publishes a security policy',
    async happens(year) {
      const policy = { title: 'How accounts are secured', text: 'More than one factor.' }
      await year.run('cio', 'publishSecurityPolicy', { ...policy, authorizedTools: ['Test publisher'] })
    },
  },
  {
    day: 120,
    what: 'Accounts are attested against it, but for one',
    async happens(year) {
      const cbp = year.recall('CBP')
      for (const accountId of cbp) if (accountId !== cbp[3]) await attest(year, 'manager-cbp', accountId)
      for (const accountId of year.recall('FEMA')) await attest(year, 'manager-fema', accountId)
    },
  },
  {
    day: 145,
    what: 'A director is lent the approval of accounts, and approves one that was asked for',
    async happens(year) {
      const lent = {
        delegateId: await year.person('director-fema'),
        componentId: await year.component('FEMA'),
      }
      const authority = { writtenAuthority: 'Memorandum of the year', validUntil: year.instantIn(60) }
      const delegationId = await year.run('aspa', 'delegateApproval', { ...lent, ...authority, ...REASON })
      year.kept.set('delegation', [delegationId])
      const accountId = await ask(year)
      await year.run('director-fema', 'endorseAccount', { accountId })
      await year.run('cio', 'attestAccountSecurity', { accountId })
      const checklist = { checklistVersion: 1, answers: lawAnswers() }
      await year.run('manager-fema', 'answerLawChecklist', { accountId, ...checklist })
      await year.run('opa', 'permitAccount', { accountId })
      await year.run('director-fema', 'approveAccount', { accountId })
      const personId = await year.person('director-fema')
      await year.run('director-fema', 'assignPrimaryContact', { accountId, personId })
      await year.run('manager-fema', 'activateAccount', { accountId })
      await attest(year, 'manager-fema', accountId)
      year.kept.set('asked', [accountId])
    },
  },
  {
    day: 160,
    what: 'The approval that was lent is taken back',
    async happens(year) {
      await year.run('aspa', 'revokeDelegation', { delegationId: year.recall('delegation')[0], ...REASON })
    },
  },
  {
    day: 180,
    what: 'The one that was not attested was suspended; it is attested and comes back',
    async happens(year) {
      const accountId = year.recall('CBP')[3] ?? ''
      expect(await year.stateOf(accountId)).toBe('SUSPENDED')
      await attest(year, 'manager-cbp', accountId)
      await year.run('opa', 'reinstateAccount', { accountId, ...REASON })
    },
  },
  {
    day: 210,
    what: 'An account is taken over by others and contained',
    async happens(year) {
      const accountId = year.recall('CBP')[7] ?? ''
      const report = { kind: 'COMPROMISE', accountId, evidence: 'Posts nobody here wrote.' }
      const incidentId = await year.run('employee', 'reportIncident', report)
      await year.run('cio', 'containIncident', { incidentId, ...REASON })
      expect(await year.stateOf(accountId)).toBe('SUSPENDED')
      year.kept.set('incident', [incidentId])
    },
  },
  {
    day: 224,
    what: 'It is recovered and comes back',
    async happens(year) {
      const [incidentId] = year.recall('incident')
      const { rows } = await year.owner.query('select checklist from incident where id = $1', [incidentId])
      for (const step of Object.keys(rows[0].checklist).map(Number))
        await year.run('cio', 'recordRecoveryStep', { incidentId, step, note: 'Done.' })
      const settled = { outcome: 'CONTROL_REGAINED', afterAction: 'Regained after two days.' }
      await year.run('cio', 'resolveIncident', { incidentId, ...settled })
      await year.run('opa', 'reinstateAccount', { accountId: year.recall('CBP')[7], ...REASON })
    },
  },
  {
    day: 230,
    what: 'An impostor is reported and removed',
    async happens(year) {
      const seen = { address: 'https://forum.example/u/77', evidence: 'It uses the seal.' }
      const incidentId = await year.run('employee', 'reportIncident', { kind: 'IMPERSONATION', ...seen })
      const settled = { outcome: 'IMPOSTOR_REMOVED', platformReference: 'Case 12', afterAction: 'Gone.' }
      await year.run('opa', 'resolveIncident', { incidentId, ...settled })
    },
  },
  {
    day: 280,
    what: 'One account ends: deactivated and archived',
    async happens(year) {
      const accountId = year.recall('CBP')[11] ?? ''
      const archive = { archiveLocation: 'archive/1', archiveSha256: 'ab'.repeat(32) }
      await year.run('director-cbp', 'requestRetirement', { accountId, ...REASON })
      const gone = { accountId, observation: 'The address is gone.' }
      await year.run('director-cbp', 'confirmDeactivation', gone)
      await year.run('records', 'confirmArchive', { accountId, ...archive })
      expect(await year.stateOf(accountId)).toBe('RETIRED')
    },
  },
]

async function attest(year: Year, persona: string, accountId: string): Promise<void> {
  await year.run(persona, 'attestAccountSecurityPolicy', {
    accountId,
    multiFactor: true,
    custody: 'DEPARTMENT_VAULT',
    recoveryDomain: 'dhs.gov',
    publishingTools: ['Test publisher'],
    administrators: 2,
    lastRotatedOn: year.dateIn(0),
  })
}

async function ask(year: Year): Promise<string> {
  return year.run('manager-fema', 'requestAccount', {
    componentId: await year.component('FEMA'),
    profileUrl: 'https://x.com/TestYearAccount',
    title: 'An account of the year',
    useCategory: 'PUBLIC_COMMUNICATION',
    purpose: 'Tell people of one river where the water stands.',
    missionArea: 'Preparedness',
    justification: 'No account writes of one river.',
    audience: 'Who lives by the river.',
    language: 'en',
    administrators: 2,
    officialOutletUrl: 'https://www.fema.gov/',
    commentPolicyUrl: 'https://www.fema.gov/comment-policy',
    privacyNoticeUrl: 'https://www.fema.gov/privacy',
    recordsCaptureMethod: 'Every post is exported once a day.',
    answers: formAnswers(),
  })
}
