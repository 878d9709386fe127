import { expect } from 'vitest'
import { REASON, type Year, type YearEvent } from '../year-world.ts'

const ANSWERING = [
  'manager-cbp',
  'manager-fema',
  'director-cbp',
  'director-fema',
  'author-cbp',
  'contractor-cbp',
  'employee',
]

async function train(year: Year, personas: readonly string[]): Promise<void> {
  const [courseId] = year.recall('course')
  for (const persona of personas) {
    const done = { personId: await year.person(persona), completedOn: year.dateIn(0) }
    await year.run('opa', 'recordTraining', { courseId, ...done })
  }
}

/** Who comes, is trained, is away, leaves and comes back. */
export const EVENTS_OF_PEOPLE: readonly YearEvent[] = [
  {
    day: 15,
    what: 'Guidance is published, and whoever it addresses acknowledges it',
    async happens(year) {
      const documentId = await year.run('opa', 'publishGuidance', {
        kind: 'GUIDANCE',
        topic: 'PROCEDURE',
        title: 'How accounts are kept',
        body: 'In pairs.',
        changeSummary: 'The first version.',
        roles: ['COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'],
      })
      year.kept.set('guidance', [documentId])
      await acknowledge(year)
    },
  },
  {
    day: 30,
    what: 'Whoever answers for accounts is trained, for half a year',
    async happens(year) {
      const course = {
        title: 'Keeping an account',
        description: 'Half a day.',
        required: true,
        validMonths: 6,
      }
      year.kept.set('course', [await year.run('opa', 'addTrainingCourse', course)])
      await train(year, ANSWERING)
    },
  },
  {
    day: 42,
    what: 'Whoever answers for the accounts of CBP leaves; the director takes half of them over',
    async happens(year) {
      await year.run('admin', 'deactivatePerson', { personId: await year.person('manager-cbp'), ...REASON })
      const personId = await year.person('director-cbp')
      for (const accountId of year.recall('CBP').slice(6))
        await year.run('director-cbp', 'assignPrimaryContact', { accountId, personId })
    },
  },
  {
    day: 60,
    what: 'An employee becomes account manager for three months',
    async happens(year) {
      const grant = { role: 'ACCOUNT_MANAGER', componentId: await year.component('CBP') }
      const validUntil = year.instantIn(90).toISOString()
      const personId = await year.person('employee')
      await year.run('admin', 'grantRole', { personId, ...grant, validUntil, ...REASON })
    },
  },
  {
    day: 98,
    what: 'The manager of CBP comes back, and what was suspended meanwhile comes back too',
    async happens(year) {
      await year.run('admin', 'reactivatePerson', { personId: await year.person('manager-cbp'), ...REASON })
      const suspended = await year.accountsOf('CBP', `a.state = 'SUSPENDED'`)
      // Six stayed with the one who left, and an exception held the time off one of them.
      expect(suspended).toHaveLength(5)
      for (const accountId of suspended) await year.run('opa', 'reinstateAccount', { accountId, ...REASON })
    },
  },
  {
    day: 100,
    what: 'The employee answers for an account',
    async happens(year) {
      const contact = { accountId: year.recall('CBP')[2], personId: await year.person('employee') }
      await year.run('opa', 'assignPrimaryContact', contact)
    },
  },
  {
    day: 120,
    what: 'The Assistant Secretary suspends an author’s rights',
    async happens(year) {
      const personId = await year.person('author-cbp')
      await year.run('aspa', 'suspendPersonRights', { personId, ...REASON })
    },
  },
  {
    day: 130,
    what: 'and restores them',
    async happens(year) {
      const personId = await year.person('author-cbp')
      await year.run('aspa', 'restorePersonRights', { personId, ...REASON })
    },
  },
  {
    day: 155,
    what: 'The employee’s role has ended; the account goes back to the manager',
    async happens(year) {
      const next = { accountId: year.recall('CBP')[2], personId: await year.person('manager-cbp') }
      await year.run('director-cbp', 'assignPrimaryContact', next)
    },
  },
  {
    day: 200,
    what: 'The guidance changes, and is acknowledged again',
    async happens(year) {
      const version = { body: 'Always in pairs.', changeSummary: 'Always.', roles: ['COMPONENT_DIRECTOR'] }
      const [documentId] = year.recall('guidance')
      await year.run('opa', 'publishGuidance', { documentId, ...version })
      await acknowledge(year)
    },
  },
  {
    day: 205,
    what: 'Training is renewed before it runs out, but for one',
    happens: (year) =>
      train(
        year,
        ANSWERING.filter((persona) => persona !== 'manager-fema'),
      ),
  },
  {
    day: 216,
    what: 'The one whose training ran out is trained again',
    happens: (year) => train(year, ['manager-fema']),
  },
  {
    day: 240,
    what: 'The manager of FEMA leaves for good',
    async happens(year) {
      await year.run('admin', 'deactivatePerson', { personId: await year.person('manager-fema'), ...REASON })
    },
  },
  {
    day: 250,
    what: 'The director of FEMA takes half of the accounts over',
    happens: (year) => takeOver(year, year.recall('FEMA').slice(0, 6)),
  },
  {
    day: 300,
    what: 'and some of those that were suspended meanwhile',
    async happens(year) {
      const accounts = year.recall('FEMA').slice(6, 9)
      await takeOver(year, accounts)
      for (const accountId of accounts) await year.run('opa', 'reinstateAccount', { accountId, ...REASON })
    },
  },
]

async function takeOver(year: Year, accounts: readonly string[]): Promise<void> {
  const personId = await year.person('director-fema')
  for (const accountId of accounts)
    await year.run('director-fema', 'handOverContact', { accountId, personId, ...REASON })
}

async function acknowledge(year: Year): Promise<void> {
  const { rows } = await year.owner.query(
    'select id, roles from guidance_version where document_id = $1 order by number desc limit 1',
    [year.recall('guidance')[0]],
  )
  const managers = rows[0].roles.includes('ACCOUNT_MANAGER') ? ['manager-cbp', 'manager-fema'] : []
  for (const persona of ['director-cbp', 'director-fema', ...managers])
    await year.run(persona, 'acknowledgeGuidance', { versionId: rows[0].id })
}
