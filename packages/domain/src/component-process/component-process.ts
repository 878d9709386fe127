import type { ProcedureVersion } from '../guidance/guidance.ts'

/** Where a version of a component's publishing process stands (IV.E.1). */
export const COMPONENT_PROCESS_STATES = ['SUBMITTED', 'RETURNED', 'PUBLISHED', 'SUPERSEDED'] as const
export type ComponentProcessState = (typeof COMPONENT_PROCESS_STATES)[number]

/** Whether a published process follows the guidance in force, as its last review found. */
export const ALIGNMENTS = ['ALIGNED', 'REVIEW_DUE', 'OUTDATED', 'NOT_PUBLISHED'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

/** A process as decisions on it look at it. */
export interface ComponentProcessFacts {
  readonly id: string
  readonly componentId: string
  readonly number: number
  readonly state: ComponentProcessState
  readonly submittedById: string | null
  readonly reviewedAt: Date | null
  readonly version: number
}

/**
 * How a component's process stands to procedural guidance. What was published after the last review makes another one
 * due; until the day that guidance gives for it, the last review stands, and after it the process is outdated (IV.E.1).
 */
export function alignmentOf(
  candidate: Pick<ComponentProcessFacts, 'state' | 'reviewedAt'> | null,
  versions: readonly ProcedureVersion[],
  now: Date,
): Alignment {
  const reviewedAt = candidate?.state === 'PUBLISHED' ? candidate.reviewedAt : null
  if (reviewedAt === null) return 'NOT_PUBLISHED'
  const newer = versions.filter(({ publishedAt }) => publishedAt > reviewedAt && publishedAt <= now)
  if (newer.some((version) => (version.processesReviewedBy ?? version.effectiveFrom) <= now))
    return 'OUTDATED'
  return newer.length > 0 ? 'REVIEW_DUE' : 'ALIGNED'
}
