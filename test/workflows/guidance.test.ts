import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { newestVersion } from '../support/arrangements/guidance.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let offset = 0
const clock = () => new Date(Date.now() + offset)
const inDays = (days: number) => new Date(clock().getTime() + days * DAY).toISOString()

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: clock })
})
afterAll(() => app.close())

const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)

const GUIDANCE = {
  kind: 'GUIDANCE',
  topic: 'PROCEDURE',
  title: 'How content is approved',
  body: 'One writes, another approves.',
  changeSummary: 'The first version.',
  roles: ['COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'],
}

const publish = (more: object = {}, by = 'opa') => act(app, by, 'publishGuidance', { ...GUIDANCE, ...more })
const acknowledge = (by: string, versionId: string, more: object = {}) =>
  act(app, by, 'acknowledgeGuidance', { versionId, ...more })

/** Ends what a test asks of the others: a version that obliges nobody. */
const oblige = (documentId: string, roles: readonly string[]) =>
  act(app, 'opa', 'publishGuidance', {
    documentId,
    body: 'Nobody has to read this.',
    changeSummary: 'Nobody is asked any more.',
    roles,
    processesReviewedBy: inDays(1000),
  })

async function except(clause: string, more: object): Promise<string> {
  const written = {
    clauses: [clause],
    justification: 'The course is given next month.',
    validUntil: inDays(1),
  }
  const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', { ...written, ...more })
  await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', reason: 'For the test.' })
  return exceptionId
}

describe('IV.A.3, OIG.3: guidance and policy are published in versions with effective dates', () => {
  test('guidance is the Assistant Secretary’s and Public Affairs’, policy of the department the Office of Policy’s', async () => {
    const quiet = { topic: 'SECURITY', roles: [] }
    expect((await publish(quiet, 'aspa')).__typename).toBe('GuidanceDocument')
    expect((await publish({ ...quiet, kind: 'POLICY' }, 'policy')).__typename).toBe('GuidanceDocument')
    expect(clauseIds(await publish({ ...quiet, kind: 'POLICY' }, 'opa'))).toEqual(['OIG.3'])
    expect(clauseIds(await publish(quiet, 'policy'))).toEqual(['IV.A.3'])
    expect((await publish(quiet, 'director-cbp')).__typename).toBe('ForbiddenError')
  })
  test('a version takes effect now or later, never before; until then the one before counts', async () => {
    expect(paths(await publish({ effectiveFrom: inDays(-1) }))).toEqual(['effectiveFrom'])
    const { id } = await publish({ topic: 'LEGAL', roles: [] })
    const next = {
      documentId: id,
      effectiveFrom: inDays(2),
      changeSummary: 'Shorter.',
      body: 'Ask.',
      roles: [],
    }
    expect((await act(app, 'opa', 'publishGuidance', next)).version).toBe(2)
    const standings = async () => {
      const document = 'query ($id: ID!) { guidanceDocument(id: $id) { versions { number standing } } }'
      const { data } = await app.as('employee', document, { id })
      return data.guidanceDocument.versions.map(({ standing }: { standing: string }) => standing)
    }
    expect(await standings()).toEqual(['UPCOMING', 'IN_FORCE'])
    offset = 3 * DAY
    expect(await standings()).toEqual(['IN_FORCE', 'REPLACED'])
    offset = 0
  })
  test('the database keeps a version as it was published', async () => {
    await expect(app.owner.query(`update guidance_version set body = 'Otherwise.'`)).rejects.toThrow(
      'append-only',
    )
    await expect(app.owner.query('delete from acknowledgement')).rejects.toThrow('append-only')
  })
})

describe('IV.A.3, II.P: what is published is acknowledged by whoever it addresses', () => {
  test('an acknowledgement is one’s own and dated by the clock: a day before or after is refused by its field', async () => {
    const { id } = await publish({ topic: 'PERSONAL_CAPACITY', title: 'Engagement in a personal capacity' })
    const version = await newestVersion(app, id)
    expect(paths(await acknowledge('manager-cbp', version, { acknowledgedOn: '2020-01-01' }))).toEqual([
      'acknowledgedOn',
    ])
    expect(paths(await acknowledge('manager-cbp', version, { acknowledgedOn: '2099-01-01' }))).toEqual([
      'acknowledgedOn',
    ])
    expect((await acknowledge('manager-cbp', version)).__typename).toBe('GuidanceVersion')
    expect((await acknowledge('manager-cbp', version)).__typename).toBe('ConflictError')
    await expect(
      app.as(
        'manager-cbp',
        'mutation ($id: ID!) { acknowledgeGuidance(input: { versionId: $id, personId: $id }) { __typename } }',
        { id: version },
      ),
    ).resolves.toHaveProperty('errors')
  })
  test('a version that was replaced is not acknowledged any more', async () => {
    const { id } = await publish({ topic: 'LEGAL', roles: [] })
    const old = await newestVersion(app, id)
    await oblige(id, [])
    expect(paths(await acknowledge('manager-cbp', old))).toEqual(['versionId'])
  })
  test('coverage says who has to and who has, for the department and for a component', async () => {
    const { id } = await publish({ topic: 'PRIVACY', roles: ['ACCOUNT_MANAGER'] })
    const version = await newestVersion(app, id)
    await acknowledge('manager-fema', version)
    const coverage = async (persona: string, acknowledged: boolean | null = null) => {
      const { data } = await app.as(
        persona,
        `query ($version: ID!, $acknowledged: Boolean) {
          guidanceReaders(first: 10, version: $version, acknowledged: $acknowledged) {
            totalCount acknowledgedCount edges { node { acknowledgedAt person { displayName } } }
          }
        }`,
        { version, acknowledged },
      )
      const { totalCount, acknowledgedCount, edges } = data.guidanceReaders
      const names = edges.map(
        ({ node }: { node: { person: { displayName: string } } }) => node.person.displayName,
      )
      return [acknowledgedCount, totalCount, names.sort()]
    }
    expect(await coverage('opa')).toEqual([1, 2, ['Persona Manager CBP', 'Persona Manager FEMA']])
    expect(await coverage('opa', false)).toEqual([1, 2, ['Persona Manager CBP']])
    expect(await coverage('director-cbp')).toEqual([0, 1, ['Persona Manager CBP']])
  })
})

describe('IV.E.2: who approves for a component follows the guidance in force', () => {
  test('a director endorses after acknowledging, not before; other offices are not asked', async () => {
    const accountId = await insertAccount(app, 'REQUESTED')
    const { id } = await publish({ processesReviewedBy: inDays(1000) })
    const shown = async () => {
      const document =
        'query ($id: ID!) { account(id: $id) { availableActions { action allowed blockedBy { clause { id } } } } }'
      const { data } = await app.as('director-cbp', document, { id: accountId })
      return data.account.availableActions.find(
        ({ action }: { action: string }) => action === 'endorseAccount',
      )
    }
    expect(await shown()).toMatchObject({ allowed: false, blockedBy: { clause: { id: 'IV.E.2' } } })
    expect(clauseIds(await act(app, 'director-cbp', 'endorseAccount', { accountId }))).toEqual(['IV.E.2'])
    await acknowledge('director-cbp', await newestVersion(app, id))
    expect((await shown()).allowed).toBe(true)
    expect((await act(app, 'director-cbp', 'endorseAccount', { accountId })).state).toBe('ENDORSED')
    await oblige(id, [])
  })
  test('what has to be read and what runs out is work for whom it concerns', async () => {
    const waiting = async (persona: string) => {
      const { data } = await app.as(persona, '{ workItems { items { kind title dueOn } } }')
      const shown = ['Read this', 'Sample: answering for an official account']
      return data.workItems.items.filter(({ title }: { title: string }) => shown.includes(title))
    }
    expect(await waiting('manager-cbp')).toEqual([])
    const { id } = await publish({ title: 'Read this', topic: 'LEGAL', roles: ['ACCOUNT_MANAGER'] })
    expect(await waiting('manager-cbp')).toMatchObject([{ kind: 'ACKNOWLEDGEMENT', title: 'Read this' }])
    expect(await waiting('opa')).toEqual([])
    await acknowledge('manager-cbp', await newestVersion(app, id))
    expect(await waiting('manager-cbp')).toEqual([])
    offset = 340 * DAY
    const [renewal] = await waiting('manager-cbp')
    expect(renewal.kind).toBe('TRAINING')
    expect(renewal.dueOn).not.toBeNull()
    offset = 0
  })
  test('guidance that is not yet in force holds nobody up', async () => {
    const { id } = await publish({ effectiveFrom: inDays(5), processesReviewedBy: inDays(1000) })
    const accountId = await insertAccount(app, 'REQUESTED')
    expect((await act(app, 'director-cbp', 'endorseAccount', { accountId })).state).toBe('ENDORSED')
    await oblige(id, [])
  })
  test('an exception to it in force lets the director act', async () => {
    const { id } = await publish({ processesReviewedBy: inDays(1000) })
    const accountId = await insertAccount(app, 'REQUESTED')
    expect(clauseIds(await act(app, 'director-cbp', 'endorseAccount', { accountId }))).toEqual(['IV.E.2'])
    await except('IV.E.2', { accountId })
    expect((await act(app, 'director-cbp', 'endorseAccount', { accountId })).state).toBe('ENDORSED')
    await oblige(id, [])
  })
})

describe('IV.A.3: whoever answers for an account is trained', () => {
  const course = (more: object = {}) =>
    act(app, 'opa', 'addTrainingCourse', {
      title: 'Records and accounts',
      description: 'Half a day.',
      required: true,
      ...more,
    })
  const record = (
    courseId: string,
    persona: string,
    by = 'opa',
    completedOn = clock().toISOString().slice(0, 10),
  ) => act(app, by, 'recordTraining', { courseId, personId: app.personId(persona), completedOn })
  const end = (courseId: string) =>
    act(app, 'aspa', 'endTrainingCourse', { courseId, reason: 'For the test.' })
  const name = (accountId: string, persona: string, contact = 'Primary') =>
    act(app, 'director-cbp', `assign${contact}Contact`, { accountId, personId: app.personId(persona) })

  test('without current training nobody becomes primary or alternate contact or claims; with it they do', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const { id } = await course({ validMonths: 1 })
    expect(clauseIds(await name(accountId, 'manager-cbp'))).toEqual(['IV.A.3'])
    expect(clauseIds(await name(accountId, 'manager-cbp', 'Alternate'))).toEqual(['IV.A.3'])
    await record(id, 'manager-cbp')
    expect((await name(accountId, 'manager-cbp')).status).toBe('ACTIVE')
    offset = 40 * DAY
    const other = await insertAccount(app, 'ACTIVE')
    expect(clauseIds(await name(other, 'manager-cbp'))).toEqual(['IV.A.3'])
    offset = 0
    await end(id)
    expect((await name(other, 'manager-cbp')).status).toBe('ACTIVE')
  })
  test('an account manager without it activates nothing, and an exception in force lets it pass', async () => {
    const accountId = await insertAccount(app, 'APPROVED', { primary: 'contractor-cbp' })
    const { id } = await course()
    expect(clauseIds(await act(app, 'manager-cbp', 'activateAccount', { accountId }))).toEqual(['IV.A.3'])
    const exceptionId = await except('IV.A.3', { accountId })
    expect((await act(app, 'manager-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
    const entry =
      'query ($id: ID!) { auditEntries(first: 1, filter: { subject: $id, action: "account.activate", outcome: ACCEPTED }) { edges { node { changes } } } }'
    const { data } = await app.as('opa', entry, { id: accountId })
    const used = { field: 'exceptions', before: null, after: [rawId(exceptionId)] }
    expect(data.auditEntries.edges[0].node.changes).toContainEqual(used)
    await end(id)
  })
  test('training is recorded by Public Affairs, for another, once it is done', async () => {
    const { id } = await course({ required: false })
    expect((await record(id, 'manager-cbp', 'director-cbp')).__typename).toBe('ForbiddenError')
    expect(clauseIds(await record(id, 'opa'))).toEqual(['V.B.2', 'IV.A.3'])
    expect(paths(await record(id, 'manager-cbp', 'opa', inDays(3).slice(0, 10)))).toEqual(['completedOn'])
    expect((await record(id, 'manager-cbp')).__typename).toBe('TrainingCompletion')
    expect((await record(id, 'manager-cbp')).__typename).toBe('ConflictError')
  })
  test('the list says who has to be trained and who is', async () => {
    const { id } = await course()
    await record(id, 'manager-fema')
    const { data } = await app.as(
      'opa',
      '{ trainingStandings(first: 20) { totalCount currentCount edges { node { missing person { displayName } } } } }',
    )
    expect(data.trainingStandings.currentCount).toBe(1)
    expect(data.trainingStandings.totalCount).toBeGreaterThan(1)
    const of = (who: string) =>
      data.trainingStandings.edges.find(
        ({ node }: { node: { person: { displayName: string } } }) => node.person.displayName === who,
      ).node
    expect(of('Persona Manager FEMA').missing).toEqual([])
    expect(of('Persona Manager CBP').missing).toEqual(['Records and accounts'])
    await end(id)
  })
})
