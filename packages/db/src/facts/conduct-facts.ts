import type { Conduct } from '@official-accounts/domain/account/conduct'
import type { ProcedureVersion } from '@official-accounts/domain/guidance/guidance'
import type { CourseCompletion, RequiredCourse } from '@official-accounts/domain/training/training'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import { Prisma } from '../generated/client/client.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'
import { completionsOf, COURSES, toCompletion, toCourse, type Stored } from './training-facts.ts'

/** What conduct is asked by: guidance, courses, the actor's own training, and the published processes of components. */
export interface ConductFacts extends Omit<Conduct, 'process'> {
  readonly processes: readonly { readonly componentId: string; readonly reviewedAt: Date | null }[]
}

interface ConductRow {
  readonly guidance: readonly Stored<ProcedureVersion>[]
  readonly courses: readonly Stored<RequiredCourse>[]
  readonly completions: readonly Stored<CourseCompletion>[]
  readonly processes: readonly { readonly componentId: string; readonly reviewedAt: string }[]
  readonly exceptions: readonly Stored<GrantedException>[]
}

/** Where nothing of it is looked at. */
export const NO_CONDUCT: ConductFacts = { guidance: [], courses: [], completions: [], processes: [] }

/**
 * Reads in one statement what is asked of the one who acts, for every component the reader sees. Times are left to the
 * rules.
 */
export async function readConduct(sender: StatementSender): Promise<ConductFacts> {
  const { exceptions: _elsewhere, ...facts } = await readAccountRules(sender, ANYWHERE)
  return facts
}

/** A component on a platform; null for all of them. */
interface RulesPlace {
  readonly componentId: string | null
  readonly platformId: string | null
}

const ANYWHERE: RulesPlace = { componentId: null, platformId: null }

/** The same for one component, with the granted exceptions for it on a platform: what a command asks under its lock. */
export async function readAccountRules(
  sender: StatementSender,
  { componentId, platformId }: RulesPlace,
): Promise<ConductFacts & { readonly exceptions: readonly GrantedException[] }> {
  const [row] = await sendStatement<ConductRow>(
    sender,
    Prisma.sql`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'documentId', v.document_id, 'title', d.title,
          'number', v.number, 'roles', v.roles, 'effectiveFrom', v.effective_from, 'publishedAt', v.published_at,
          'processesReviewedBy', v.processes_reviewed_by, 'acknowledged', EXISTS (
            SELECT FROM acknowledgement a WHERE a.version_id = v.id AND a.person_id = actor_person()
          )) ORDER BY v.id), '[]')
        FROM guidance_version v JOIN guidance_document d ON d.id = v.document_id
        WHERE d.kind = 'GUIDANCE' AND d.topic = 'PROCEDURE') AS guidance,
      (${COURSES}) AS courses,
      (${completionsOf(Prisma.sql`actor_person()`)}) AS completions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('componentId', p.component_id, 'reviewedAt', p.reviewed_at)), '[]')
        FROM component_process p WHERE p.state = 'PUBLISHED'
          AND (${componentId}::uuid IS NULL OR p.component_id = ${componentId}::uuid)) AS processes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'clauses', e.clauses, 'componentId', e.component_id,
          'platformId', e.platform_id, 'accountId', e.account_id, 'validFrom', e.valid_from,
          'validUntil', e.valid_until) ORDER BY e.id), '[]')
        FROM exception e WHERE e.state = 'GRANTED' AND ${platformId}::uuid IS NOT NULL
          AND (e.component_id IS NULL OR e.component_id = ${componentId}::uuid)
          AND (e.platform_id IS NULL OR e.platform_id = ${platformId}::uuid)) AS exceptions`,
  )
  if (!row) throw new Error('A statement without a table has one row.')
  return {
    guidance: row.guidance.map(toVersion),
    courses: row.courses.map(toCourse),
    completions: row.completions.map(toCompletion),
    processes: row.processes.map((process) => ({ ...process, reviewedAt: new Date(process.reviewedAt) })),
    exceptions: row.exceptions.map(toException),
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

function toException({
  validFrom,
  validUntil,
  clauses,
  ...exception
}: Stored<GrantedException>): GrantedException {
  return {
    ...exception,
    clauses: clauses.filter(isClauseId),
    validFrom: new Date(validFrom),
    validUntil: new Date(validUntil),
  }
}
