import type { Conduct } from '@official-accounts/domain/account/conduct'
import type { ProcedureVersion } from '@official-accounts/domain/guidance/guidance'
import type { CourseCompletion, RequiredCourse } from '@official-accounts/domain/training/training'
import { NO_LAW_STANDARD } from '@official-accounts/domain/law-checklist/law-checklist'
import { Prisma } from '../generated/client/client.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'
import { LAW_STANDARD, toLawStandard, type StoredLawStandard } from './law-checklist-facts.ts'
import { completionsOf, COURSES, toCompletion, toCourse, type Stored } from './training-facts.ts'

/** What conduct is asked by: guidance, courses, the actor's own training, and the published processes of components. */
export interface ConductFacts extends Omit<Conduct, 'process'> {
  readonly processes: readonly { readonly componentId: string; readonly reviewedAt: Date | null }[]
}

/** The same as a statement reads it: JSON knows no dates. */
export interface ConductRow {
  readonly guidance: readonly Stored<ProcedureVersion>[]
  readonly courses: readonly Stored<RequiredCourse>[]
  readonly completions: readonly Stored<CourseCompletion>[]
  readonly processes: readonly { readonly componentId: string; readonly reviewedAt: string }[]
  readonly law: StoredLawStandard
}

/** Where nothing of it is looked at. */
export const NO_CONDUCT: ConductFacts = {
  guidance: [],
  courses: [],
  completions: [],
  processes: [],
  law: NO_LAW_STANDARD,
}

/** Reads in one statement what is asked of the one who acts, for every component the reader sees. */
export async function readConduct(sender: StatementSender): Promise<ConductFacts> {
  const [row] = await sendStatement<{ readonly conduct: ConductRow }>(
    sender,
    Prisma.sql`SELECT ${conductSql(Prisma.sql`NULL::uuid`)} AS conduct`,
  )
  if (!row) throw new Error('A statement without a table has one row.')
  return parseConduct(row.conduct)
}

/** What is asked of the one who acts for a component, as one JSON value; null stands for every component. */
export function conductSql(componentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'guidance', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'documentId', v.document_id, 'title', d.title,
        'number', v.number, 'roles', v.roles, 'effectiveFrom', v.effective_from, 'publishedAt', v.published_at,
        'processesReviewedBy', v.processes_reviewed_by, 'acknowledged', EXISTS (
          SELECT FROM acknowledgement k WHERE k.version_id = v.id AND k.person_id = actor_person()
        )) ORDER BY v.id), '[]')
      FROM guidance_version v JOIN guidance_document d ON d.id = v.document_id
      WHERE d.kind = 'GUIDANCE' AND d.topic = 'PROCEDURE'),
    'courses', (${COURSES}),
    'completions', (${completionsOf(Prisma.sql`actor_person()`)}),
    'processes', (SELECT coalesce(jsonb_agg(jsonb_build_object('componentId', s.component_id,
        'reviewedAt', s.reviewed_at)), '[]')
      FROM component_process s WHERE s.state = 'PUBLISHED'
        AND (${componentId} IS NULL OR s.component_id = ${componentId})),
    'law', ${LAW_STANDARD})`
}

/** Gives what was read its dates; times are left to the rules. */
export function parseConduct(row: ConductRow): ConductFacts {
  return {
    guidance: row.guidance.map(toVersion),
    courses: row.courses.map(toCourse),
    completions: row.completions.map(toCompletion),
    processes: row.processes.map((process) => ({ ...process, reviewedAt: new Date(process.reviewedAt) })),
    law: toLawStandard(row.law),
  }
}

/** What is asked of the one who acts for a component. */
export function conductIn({ processes, ...facts }: ConductFacts, componentId: string): Conduct {
  const process = processes.find((one) => one.componentId === componentId)
  return { ...facts, process: process ? { state: 'PUBLISHED', reviewedAt: process.reviewedAt } : null }
}

function toVersion(version: Stored<ProcedureVersion>): ProcedureVersion {
  const { effectiveFrom, publishedAt, processesReviewedBy } = version
  return {
    ...version,
    effectiveFrom: new Date(effectiveFrom),
    publishedAt: new Date(publishedAt),
    processesReviewedBy: processesReviewedBy === null ? null : new Date(processesReviewedBy),
  }
}
