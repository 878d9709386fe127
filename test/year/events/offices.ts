import { rulesFor } from '../../support/records.ts'
import { OFFICES, passedReview } from '../../support/reviews.ts'
import { REASON, type Year, type YearEvent } from '../year-world.ts'

const QUESTION = { key: 'needed', text: 'Is it still needed?', kind: 'YES_NO', clause: 'V.B.11' }

/** What the offices of the department do: platforms, access, findings, certifications. */
export const EVENTS_OF_OFFICES: readonly YearEvent[] = [
  {
    day: 25,
    what: 'A platform is proposed, reviewed and approved',
    async happens(year) {
      const host = 'yearplatform.example'
      const proposal = { name: 'Platform of the year', homepageUrl: `https://${host}/`, purpose: 'A test.' }
      const platformId = await year.run('opa', 'proposePlatform', { ...proposal, rules: rulesFor(host) })
      year.kept.set('platform', [platformId])
      for (const [kind, persona] of OFFICES) {
        const expiresOn = kind === 'SECURITY' ? year.dateIn(275) : null
        const review = { ...passedReview(kind), platformId, textDatedOn: year.dateIn(-30), expiresOn }
        await year.run(persona, 'recordPlatformReview', reviewOf(kind, review))
      }
      await year.run('aspa', 'approvePlatform', { platformId, ...REASON })
    },
  },
  {
    day: 50,
    what: 'An employee is given access to look at others',
    async happens(year) {
      const accessGrantId = await year.run('employee', 'requestAccess', {
        kind: 'MONITOR',
        use: 'NON_OPERATIONAL_AWARENESS',
        monitored: [{ profileUrl: 'https://x.com/TestCountyRoads', holder: 'OFFICE_OR_ORGANIZATION' }],
        businessNeed: 'To know which roads the county closes.',
        systemName: 'Department laptop',
        supervisor: 'Office of Field Operations',
        expiresOn: year.dateIn(150),
      })
      await provide(year, accessGrantId)
      year.kept.set('access', [accessGrantId])
    },
  },
  {
    day: 90,
    what: 'An office finds something, and has it put right',
    async happens(year) {
      const seen = { accountId: year.recall('CBP')[5], clause: 'V.A.2', detail: 'Pictures without words.' }
      const findingId = await year.run('crcl', 'openFinding', seen)
      const action = { task: 'Describe them.', ownerRole: 'COMPONENT_DIRECTOR', dueOn: year.dateIn(30) }
      const assigned = { findingId, ...action }
      const correctiveActionId = await year.run('crcl', 'assignCorrectiveAction', assigned)
      year.kept.set('finding', [findingId])
      year.kept.set('action', [correctiveActionId])
    },
  },
  {
    day: 105,
    what: 'It is put right, accepted and closed',
    async happens(year) {
      const [findingId] = year.recall('finding')
      const [correctiveActionId] = year.recall('action')
      const done = { correctiveActionId, evidence: 'All of them have words now.' }
      await year.run('director-cbp', 'completeCorrectiveAction', done)
      await year.run('crcl', 'acceptCorrectiveAction', { correctiveActionId, ...REASON })
      await year.run('crcl', 'closeFinding', { findingId, ...REASON })
    },
  },
  {
    day: 110,
    what: 'A risk to privacy is raised and assessed, and something is to be done about it',
    async happens(year) {
      const seen = { area: 'PRIVACY', title: 'Messages reach the platform', description: 'People write.' }
      const riskId = await year.run('opa', 'raiseRisk', { ...seen, componentId: await year.component('CBP') })
      const level = { likelihood: 'LIKELY', impact: 'SERIOUS', reviewBy: year.dateIn(90) }
      await year.run('privacy', 'assessRisk', { riskId, ...level, ...REASON })
      const plan = { task: 'Switch them off.', ownerRole: 'COMPONENT_DIRECTOR', dueOn: year.dateIn(10) }
      year.kept.set('risk', [riskId])
      year.kept.set('mitigation', [await year.run('privacy', 'planRiskMitigation', { riskId, ...plan })])
    },
  },
  {
    day: 130,
    what: 'It is done late, and what is left is small',
    async happens(year) {
      const [riskMitigationId] = year.recall('mitigation')
      const [riskId] = year.recall('risk')
      const done = { riskMitigationId, evidence: 'They are off.' }
      await year.run('director-cbp', 'completeRiskMitigation', done)
      const left = { likelihood: 'UNLIKELY', impact: 'MINOR' }
      await year.run('privacy', 'mitigateRisk', { riskId, ...left, ...REASON })
    },
  },
  {
    day: 140,
    what: 'A certification is opened that nobody answers',
    happens: (year) => openCertification(year, 'CBP'),
  },
  {
    day: 190,
    what: 'The access is renewed, decided and provided again',
    async happens(year) {
      const accessGrantId = year.recall('access')[0] ?? ''
      await year.run('employee', 'renewAccess', { accessGrantId, expiresOn: year.dateIn(90), ...REASON })
      await provide(year, accessGrantId)
    },
  },
  {
    day: 240,
    what: 'The risk is looked at again after its day, and closed',
    async happens(year) {
      const [riskId] = year.recall('risk')
      await year.run('privacy', 'reviewRisk', { riskId, reviewBy: year.dateIn(60), ...REASON })
      await year.run('privacy', 'closeRisk', { riskId, ...REASON })
    },
  },
  {
    day: 260,
    what: 'An account nobody approved is discovered and taken down',
    async happens(year) {
      const discoveredAccountId = await year.run('analyst', 'reportDiscoveredAccount', {
        componentId: await year.component('CBP'),
        profileUrl: 'https://x.com/TestYearFound',
        whereSeen: 'On a poster at a field office.',
      })
      const closure = { closure: 'TAKEN_DOWN', evidence: 'There is no such account any more.' }
      await year.run('opa', 'closeDiscoveredAccount', { discoveredAccountId, ...closure, ...REASON })
    },
  },
  {
    day: 310,
    what: 'A certification is opened, answered, certified and closed',
    async happens(year) {
      await openCertification(year, 'FEMA')
      const [certificationId] = year.recall('certification')
      const { rows } = await year.owner.query(
        'select id from certification_part where certification_id = $1',
        [certificationId],
      )
      const partId = rows[0].id
      const answers = [{ key: 'needed', value: 'YES' }]
      for (const accountId of year.recall('FEMA'))
        await year.run('director-fema', 'answerCertification', { partId, accountId, answers })
      await year.run('director-fema', 'certifyComponent', { partId })
      await year.run('opa', 'closeCertification', { certificationId })
    },
  },
  {
    day: 312,
    what: 'The platform’s security review has run out, and is given again',
    async happens(year) {
      const [platformId] = year.recall('platform')
      const review = { ...passedReview('SECURITY'), platformId, expiresOn: year.dateIn(300) }
      await year.run('cio', 'recordPlatformReview', review)
    },
  },
  {
    day: 320,
    what: 'The platform is suspended',
    happens: async (year) => void (await onPlatform(year, 'suspendPlatform')),
  },
  {
    day: 330,
    what: 'comes back',
    happens: async (year) => void (await onPlatform(year, 'reinstatePlatform')),
  },
  {
    day: 345,
    what: 'and ends, without any account on it',
    happens: async (year) => void (await onPlatform(year, 'retirePlatform')),
  },
]

// Only terms have a text of a day.
function reviewOf(kind: string, { textDatedOn, ...review }: { textDatedOn: string }): object {
  return kind === 'TERMS_OF_SERVICE' ? { ...review, textDatedOn } : review
}

function onPlatform(year: Year, command: string): Promise<string> {
  return year.run('aspa', command, { platformId: year.recall('platform')[0], ...REASON })
}

async function provide(year: Year, accessGrantId: string): Promise<void> {
  await year.run('opa', 'decideAccess', { accessGrantId, decision: 'APPROVE', ...REASON })
  await year.run('cio', 'provisionAccess', { accessGrantId, ...REASON })
}

async function openCertification(year: Year, code: string): Promise<void> {
  const campaign = { name: `Certification of ${code}`, questions: [QUESTION], dueOn: year.dateIn(28) }
  const asked = { ...campaign, accounts: [...year.recall(code)], filter: '{}' }
  year.kept.set('certification', [await year.run('opa', 'openCertification', asked)])
}
