import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill } from './marks.ts'
import { insertRow, nextNumber, type ComponentCode } from './records.ts'

const WRITTEN = { title: 'title', body: 'body' }

/** A completion, a process and a policy of a component, and what the department tells everybody. */
export async function insertMarkedGuidance(
  app: TestApp,
  component: ComponentCode,
  personId: string,
): Promise<readonly string[]> {
  const courseId = await insertMarkedCourse(app)
  return [
    await insertMarkedDocument(app),
    encodeGlobalID('TrainingCourse', courseId),
    await insertMarkedCompletion(app, component, courseId, personId),
    await insertMarkedComponentDocument(app, component, 'process', personId),
    await insertMarkedComponentDocument(app, component, 'policy', personId),
  ]
}

const READ_VERSION_ID = '01900000-0000-7000-8000-000000000001'

/** A version that every author has to acknowledge, by a global id known beforehand. */
export const READ_VERSION = encodeGlobalID('GuidanceVersion', READ_VERSION_ID)

/** Puts that version into a database, once. */
export async function insertReadVersion(app: TestApp): Promise<void> {
  await insertMarkedDocument(app, { id: READ_VERSION_ID, roles: ['CONTENT_AUTHOR'] })
}

async function insertMarkedDocument(
  app: TestApp,
  version: { readonly id: string; readonly roles: readonly string[] } = { id: newId(), roles: [] },
): Promise<string> {
  const [at, id] = [new Date(), newId()]
  await insertRow(app, 'guidance_document', {
    id,
    kind: 'POLICY',
    topic: 'LEGAL',
    ...fill('DEPARTMENT', 'GuidanceDocument', { title: 'title' }),
    sample: false,
    version: 1,
    created_at: at,
    changed_at: at,
  })
  await insertRow(app, 'guidance_version', {
    ...version,
    document_id: id,
    number: 1,
    ...fill('DEPARTMENT', 'GuidanceVersion', { body: 'body', change_summary: 'changeSummary' }),
    effective_from: at,
    published_at: at,
  })
  return encodeGlobalID('GuidanceDocument', id)
}

async function insertMarkedCourse(app: TestApp): Promise<string> {
  const [at, id] = [new Date(), newId()]
  await insertRow(app, 'training_course', {
    id,
    ...fill('DEPARTMENT', 'TrainingCourse', { title: 'title', description: 'description' }),
    valid_months: 12,
    sample: false,
    added_at: at,
    version: 1,
    changed_at: at,
  })
  return id
}

async function insertMarkedCompletion(
  app: TestApp,
  component: ComponentCode,
  courseId: string,
  personId: string,
): Promise<string> {
  const id = newId()
  await insertRow(app, 'training_completion', {
    id,
    course_id: courseId,
    person_id: personId,
    completed_on: '2026-01-31',
    expires_on: '2027-01-31',
    ...fill(component, 'TrainingCompletion', { evidence: 'evidence' }),
    recorded_at: new Date(),
  })
  return encodeGlobalID('TrainingCompletion', id)
}

async function insertMarkedComponentDocument(
  app: TestApp,
  component: ComponentCode,
  kind: 'process' | 'policy',
  personId: string,
): Promise<string> {
  const [at, id] = [new Date(), newId()]
  const type = kind === 'process' ? 'ComponentProcess' : 'ComponentPolicy'
  await insertRow(app, `component_${kind}`, {
    id,
    component_id: app.world.components[component],
    number: 1000 + nextNumber(),
    ...fill(component, type, kind === 'policy' ? { ...WRITTEN, implementation: 'implementation' } : WRITTEN),
    state: 'RETURNED',
    submitted_by_id: personId,
    submitted_at: at,
    sample: false,
    version: 1,
    changed_at: at,
  })
  return encodeGlobalID(type, id)
}
