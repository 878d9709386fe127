import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { Role } from '@official-accounts/domain/access/roles'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict } from '@official-accounts/domain/errors'
import { monthsAfter } from '@official-accounts/domain/training/training'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const WARNING = 'A sample for development. It is no text of the department and obliges nobody.'
const SAMPLE_MONTHS = 12
const READERS: readonly Role[] = ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR', 'CONTENT_AUTHOR']

const DOCUMENTS = [
  { topic: 'PROCEDURE', title: 'Sample: procedural guidance for official accounts' },
  { topic: 'PERSONAL_CAPACITY', title: 'Sample: engagement in a personal capacity' },
] as const

const input = z.object({
  /** The personas that are to have acknowledged and completed everything. */
  personIds: z.array(z.uuid()).max(100),
})

/**
 * Loads one marked sample of guidance, training and, for each component without one, of a publishing process, so that a
 * development start can be walked through. Called for the development issuer alone (IV.A.3, IV.E.1).
 */
export const loadSamples = defineCommand({
  name: 'loadSamples',
  permission: 'sample.load',
  subjectType: 'TrainingCourse',
  input,
  subjectId: () => null,
  lock: readSamples,
  place: () => ({ componentId: null }),
  decide(_actor, _now, { personIds }, found) {
    const missing = personIds.filter((id) => !found.trained.has(id))
    return missing.length + found.bare.length === 0
      ? refuse(conflict('The samples are loaded already.'))
      : allow({ personIds: missing })
  },
  async apply(tx, { personIds }, { bare, courseId, versionIds }, { now }) {
    const course = courseId ?? (await makeCourse(tx, now))
    const versions = courseId === null ? await makeDocuments(tx, now) : versionIds
    await trainPeople(tx, personIds, course, now)
    await tx.acknowledgement.createMany({
      data: versions.flatMap((versionId) =>
        personIds.map((personId) => ({ id: newId(now.getTime()), versionId, personId, acknowledgedAt: now })),
      ),
    })
    const processes = bare.map((componentId) => sampleProcess(componentId, now))
    await tx.componentProcess.createMany({ data: processes })
    const people: AuditEntry = {
      ...entry('TrainingCourse', course, null),
      changes: [{ field: 'completedBy', before: null, after: personIds }],
    }
    return {
      result: { type: 'TrainingCourse', id: course },
      audit: [people, ...processes.map(({ id, componentId }) => entry('ComponentProcess', id, componentId))],
      events: [],
    }
  },
})

function entry(
  subjectType: AuditEntry['subjectType'],
  subjectId: string,
  componentId: string | null,
): AuditEntry {
  const changes = [{ field: 'sample', before: null, after: true }]
  const clauses = ['IV.A.3', 'IV.E.1'] as const
  return { action: 'sample.load', componentId, subjectType, subjectId, clauses, reason: WARNING, changes }
}

async function makeCourse(tx: Tx, now: Date): Promise<string> {
  const id = newId(now.getTime())
  const said = { title: 'Sample: answering for an official account', description: WARNING }
  const times = { requiredFrom: now, addedAt: now, changedAt: now }
  await tx.trainingCourse.createMany({
    data: [{ id, ...said, ...times, validMonths: SAMPLE_MONTHS, sample: true }],
  })
  return id
}

async function makeDocuments(tx: Tx, now: Date): Promise<readonly string[]> {
  const documents = DOCUMENTS.map((document) => ({ ...document, id: newId(now.getTime()) }))
  await tx.guidanceDocument.createMany({
    data: documents.map((document) => ({
      ...document,
      kind: 'GUIDANCE',
      sample: true,
      createdAt: now,
      changedAt: now,
    })),
  })
  const versions = documents.map(({ id: documentId }) => ({
    id: newId(now.getTime()),
    documentId,
    number: 1,
    body: WARNING,
    changeSummary: 'The first version.',
    roles: [...READERS],
    effectiveFrom: now,
    publishedAt: now,
  }))
  await tx.guidanceVersion.createMany({ data: versions })
  return versions.map(({ id }) => id)
}

async function trainPeople(tx: Tx, personIds: readonly string[], courseId: string, now: Date): Promise<void> {
  const completedOn = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  const expiresOn = monthsAfter(completedOn, SAMPLE_MONTHS)
  await tx.trainingCompletion.createMany({
    data: personIds.map((personId) => ({
      id: newId(now.getTime()),
      courseId,
      personId,
      completedOn,
      expiresOn,
      evidence: WARNING,
      recordedAt: now,
    })),
  })
}

function sampleProcess(componentId: string, now: Date) {
  return {
    id: newId(now.getTime()),
    componentId,
    number: 1,
    title: 'Sample: publishing process',
    body: WARNING,
    state: 'PUBLISHED' as const,
    submittedAt: now,
    reviewedAt: now,
    sample: true,
    changedAt: now,
  }
}

async function readSamples(tx: Tx, { personIds }: z.infer<typeof input>) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('load samples', 0))`
  const course = await tx.trainingCourse.findFirst({ where: { sample: true }, select: { id: true } })
  const versions = await tx.guidanceVersion.findMany({
    where: { document: { sample: true } },
    select: { id: true },
  })
  const trained = await tx.trainingCompletion.findMany({
    where: { personId: { in: personIds }, course: { sample: true } },
    select: { personId: true },
  })
  const bare = await tx.component.findMany({
    where: { publishingProcesses: { none: {} } },
    select: { id: true },
  })
  return {
    courseId: course?.id ?? null,
    versionIds: versions.map(({ id }) => id),
    trained: new Set(trained.map(({ personId }) => personId)),
    bare: bare.map(({ id }) => id),
  }
}
