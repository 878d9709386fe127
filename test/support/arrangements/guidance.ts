import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { nextNumber, type ComponentCode } from '../records.ts'
import { bystander, REASON, type Arrange } from './arrange.ts'

const LEGAL_GUIDANCE = {
  kind: 'GUIDANCE',
  topic: 'LEGAL',
  title: 'What the law asks of an account',
  body: 'Ask counsel.',
  changeSummary: 'The first version.',
  roles: [],
}

/** The newest version of a document, by global id. */
export async function newestVersion(app: TestApp, documentId: string): Promise<string> {
  const document = 'query ($id: ID!) { guidanceDocument(id: $id) { versions { id } } }'
  return (await app.as('opa', document, { id: documentId })).data.guidanceDocument.versions[0].id
}

async function course(app: TestApp): Promise<string> {
  const said = { title: `Test course ${nextNumber()}`, description: 'Offered to everybody.' }
  return (await act(app, 'opa', 'addTrainingCourse', said)).id
}

const written = (app: TestApp, component: ComponentCode) => ({
  componentId: app.componentId(component),
  title: `Test document ${nextNumber()}`,
  body: 'One writes, another approves.',
})

const director = (component: ComponentCode) => (component === 'CBP' ? 'director-cbp' : 'director-fema')

async function submitted(app: TestApp, component: ComponentCode, name: string): Promise<string> {
  return (await act(app, director(component), name, written(app, component))).id
}

/** For every mutation on guidance, training, processes and policies a record on which it succeeds. */
export const guidanceArrangements = {
  publishGuidance: async (app) => {
    const { id: documentId } = await act(app, 'opa', 'publishGuidance', LEGAL_GUIDANCE)
    return { documentId, body: 'Ask counsel first.', changeSummary: 'When to ask.', roles: [] }
  },
  acknowledgeGuidance: async (app) => {
    const { id } = await act(app, 'opa', 'publishGuidance', LEGAL_GUIDANCE)
    return { versionId: await newestVersion(app, id) }
  },
  addTrainingCourse: async () => ({
    title: `Test course ${nextNumber()}`,
    description: 'Offered to everybody.',
  }),
  endTrainingCourse: async (app) => ({ courseId: await course(app), ...REASON }),
  recordTraining: async (app, component) => ({
    courseId: await course(app),
    personId: app.personId(bystander(component)),
    completedOn: '2026-01-31',
  }),
  publishComponentProcess: async (app, component) => written(app, component),
  reviewComponentProcess: async (app, component) => ({
    processId: await submitted(app, component, 'publishComponentProcess'),
    outcome: 'ALIGNED',
    ...REASON,
  }),
  submitComponentPolicy: async (app, component) => written(app, component),
  reviewComponentPolicy: async (app, component) => ({
    policyId: await submitted(app, component, 'submitComponentPolicy'),
    outcome: 'APPROVED',
    ...REASON,
  }),
  confirmPolicyImplementation: async (app, component) => {
    const policyId = await submitted(app, component, 'submitComponentPolicy')
    await act(app, 'privacy', 'reviewComponentPolicy', { policyId, outcome: 'APPROVED', ...REASON })
    return { policyId, implementation: 'Seen at a visit.' }
  },
} satisfies Readonly<Record<string, Arrange>>
