import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { remindDueCertifications } from '@official-accounts/commands/certification/remind-due-certifications'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { openPart } from '../support/arrangements/certification.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPlatform, rawId } from '../support/records.ts'

const DAY = 86_400_000
// The world's training and guidance are dated by the clock of the machine: tests go on from there.
const START = new Date(Math.ceil(Date.now() / DAY) * DAY + DAY / 2)
let now = START
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const inDays = (days: number) => new Date(START.getTime() + days * DAY)

async function evaluate(): Promise<void> {
  const none = { accounts: [], platforms: [], components: [], people: [], exceptions: [] }
  await evaluateAround(app.services.commands, { ...none, everything: true })
}

/** What is open of a code on a record, in the words of the finding. */
async function found(code: string, on: 'account' | 'platform' | 'component', id: string) {
  await evaluate()
  const { rows } = await app.owner.query<{ clause: string; detail: string }>(
    `select clause, detail from finding where code = $1 and ${on}_id = $2 and state = 'OPEN'`,
    [code, rawId(id)],
  )
  return rows.map(({ clause, detail }) => `${clause}: ${detail}`)
}

const cbp = () => app.componentId('CBP')

async function department(): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>(`select id from component where kind = 'DEPARTMENT'`)
  return Buffer.from(`Component:${rows[0]?.id}`).toString('base64')
}

const procedure = (more: object = {}) =>
  act(app, 'opa', 'publishGuidance', {
    kind: 'GUIDANCE',
    topic: 'PROCEDURE',
    title: 'How official accounts are run',
    body: 'Two people look at everything.',
    changeSummary: 'The first version.',
    roles: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    ...more,
  })

async function versionOf(documentId: string): Promise<string> {
  const document = 'query ($id: ID!) { guidanceDocument(id: $id) { versions { id } } }'
  return (await app.as('opa', document, { id: documentId })).data.guidanceDocument.versions[0].id
}

describe('who answers for an account, and who approves, follows guidance (IV.A.3, IV.E.1, IV.E.2)', () => {
  test('guidance in force that nobody has acknowledged is found on accounts, directors and processes, until it is', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    expect(await found('CONTACT_GUIDANCE_OPEN', 'account', accountId)).toEqual([])
    expect(await found('NO_PROCESS', 'component', cbp())).toEqual([])
    now = inDays(1)
    const versionId = await versionOf((await procedure()).id)
    expect(await found('CONTACT_GUIDANCE_OPEN', 'account', accountId)).toEqual([
      'IV.A.3: Its primary contact has not acknowledged the guidance in force.',
    ])
    expect(await found('DIRECTOR_GUIDANCE_OPEN', 'component', cbp())).toEqual([
      'IV.E.2: 1 of 1 who may approve for it have not acknowledged the guidance in force.',
    ])
    expect(await found('NO_PROCESS', 'component', cbp())).toEqual([
      'IV.E.1: The component’s publishing process has not been reviewed against the guidance in force.',
    ])
    for (const persona of ['manager-cbp', 'director-cbp']) {
      await act(app, persona, 'acknowledgeGuidance', { versionId })
    }
    expect(await found('CONTACT_GUIDANCE_OPEN', 'account', accountId)).toEqual([])
    expect(await found('DIRECTOR_GUIDANCE_OPEN', 'component', cbp())).toEqual([])
  })
  test('training that runs out is found on the day it does, and training lifts it', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const { id: courseId } = await act(app, 'aspa', 'addTrainingCourse', {
      title: 'Answering for an account',
      description: 'A morning.',
      validMonths: 1,
      requiredFrom: now.toISOString(),
    })
    const train = () =>
      act(app, 'opa', 'recordTraining', {
        courseId,
        personId: app.personId('manager-cbp'),
        completedOn: now.toISOString().slice(0, 10),
      })
    expect(await found('CONTACT_NOT_TRAINED', 'account', accountId)).toEqual([
      'IV.A.3: The primary contact needs current training: Answering for an account.',
    ])
    await train()
    expect(await found('CONTACT_NOT_TRAINED', 'account', accountId)).toEqual([])
    now = inDays(40)
    expect(await found('CONTACT_NOT_TRAINED', 'account', accountId)).toHaveLength(1)
    await train()
    expect(await found('CONTACT_NOT_TRAINED', 'account', accountId)).toEqual([])
  })
  test('an exception in force lifts it for that account alone (V.B.12)', async () => {
    const [excepted, other] = [
      await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' }),
      await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' }),
    ]
    now = inDays(80)
    const asked = {
      accountId: excepted,
      clauses: ['IV.A.3'],
      justification: 'The course is given next month.',
      validUntil: inDays(100).toISOString(),
    }
    const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', asked)
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', reason: 'Until then.' })
    expect(await found('CONTACT_NOT_TRAINED', 'account', excepted)).toEqual([])
    expect(await found('CONTACT_NOT_TRAINED', 'account', other)).toHaveLength(1)
    now = inDays(100)
    expect(await found('CONTACT_NOT_TRAINED', 'account', excepted)).toHaveLength(1)
  })
})

describe('the security of accounts is attested against the policy in force (IV.B.3)', () => {
  test('without a security policy the department owes one; with it an account has its days, and then is found', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    expect(await found('NO_SECURITY_POLICY', 'component', await department())).toHaveLength(1)
    await act(app, 'cio', 'publishSecurityPolicy', {
      title: 'How accounts are secured',
      text: 'Sign in with more than one factor.',
      authorizedTools: ['Test publisher'],
      rotationDays: 90,
    })
    expect(await found('NO_SECURITY_POLICY', 'component', await department())).toEqual([])
    expect(await found('ATTESTATION_OVERDUE', 'account', accountId)).toEqual([])
    now = inDays(131)
    expect(await found('ATTESTATION_OVERDUE', 'account', accountId)).toEqual([
      'IV.B.3: The security of the account is not attested against the policy in force.',
    ])
    await act(app, 'manager-cbp', 'attestAccountSecurityPolicy', {
      accountId,
      multiFactor: true,
      custody: 'NO_SHARED_CREDENTIAL',
      recoveryDomain: 'cbp.dhs.gov',
      publishingTools: [],
      administrators: 2,
    })
    expect(await found('ATTESTATION_OVERDUE', 'account', accountId)).toEqual([])
  })
})

describe('components answer certifications and have a policy (IV.E.3, OIG.4)', () => {
  test('a component that has not certified in time is found until it has', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const dueOn = new Date(now.getTime() + 30 * DAY).toISOString().slice(0, 10)
    const { partId } = await openPart(app, 'CBP', accountId, { dueOn })
    now = new Date(now.getTime() + 33 * DAY)
    await remindDueCertifications(app.services.commands, now)
    expect(await found('CERTIFICATION_OVERDUE', 'component', cbp())).toHaveLength(1)
    const answers = [{ key: 'still-needed', value: 'YES' }]
    await act(app, 'manager-cbp', 'answerCertification', { partId, accountId, answers })
    expect((await act(app, 'director-cbp', 'certifyComponent', { partId })).code).toBeUndefined()
    expect(await found('CERTIFICATION_OVERDUE', 'component', cbp())).toEqual([])
  })
  test('a component’s policy is developed, approved and implemented, and each step is told', async () => {
    const told = () => found('NO_COMPONENT_POLICY', 'component', cbp())
    expect(await told()).toEqual(['OIG.4: It has no policy of its own.'])
    const { id: policyId } = await act(app, 'director-cbp', 'submitComponentPolicy', {
      componentId: cbp(),
      title: 'How we act',
      body: 'With care.',
    })
    expect(await told()).toEqual(['OIG.4: Its policy waits for the Privacy Office.'])
    const reason = 'As it should be.'
    await act(app, 'privacy', 'reviewComponentPolicy', { policyId, outcome: 'APPROVED', reason })
    expect(await told()).toEqual(['OIG.4: Its policy is approved and not yet implemented.'])
    const implementation = 'Seen at a visit.'
    await act(app, 'privacy', 'confirmPolicyImplementation', { policyId, implementation })
    expect(await told()).toEqual([])
  })
})

describe('what the whole department owes, and what platforms rest on', () => {
  test('a policy of the whole department is in force on law, privacy and security (OIG.3)', async () => {
    expect(await found('NO_DEPARTMENT_POLICY', 'component', await department())).toEqual([
      'OIG.3: No policy of the whole department is in force on: legal, privacy, security.',
    ])
    expect(await found('NO_DEPARTMENT_POLICY', 'component', cbp())).toEqual([])
  })
  test('a platform approved without its reviews is found under the clause of each office (IV.A.2)', async () => {
    const id = await insertPlatform(app, 'APPROVED')
    await app.owner.query('delete from platform_review where platform_id = $1', [rawId(id)])
    expect(await found('SECURITY_REVIEW', 'platform', id)).toEqual([
      'IV.B.1: The security review has not been given.',
    ])
    expect(await found('PRIVACY_REVIEW', 'platform', id)).toHaveLength(1)
    expect(await found('CIVIL_RIGHTS_REVIEW', 'platform', id)).toHaveLength(1)
  })
  test('a platform whose last account has ended is found unused (I.B.4)', async () => {
    const id = await insertPlatform(app, 'APPROVED')
    expect(await found('PLATFORM_UNUSED', 'platform', id)).toEqual([])
    await insertAccount(app, 'RETIRED', { columns: { platform_id: rawId(id) } })
    expect(await found('PLATFORM_UNUSED', 'platform', id)).toHaveLength(1)
  })
})
