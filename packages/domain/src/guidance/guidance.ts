import type { Role } from '../access/roles.ts'

/** Procedural guidance of the Assistant Secretary (IV.A.3), or policy of the whole department (OIG.3). */
export const GUIDANCE_KINDS = ['GUIDANCE', 'POLICY'] as const
export type GuidanceKind = (typeof GUIDANCE_KINDS)[number]

/** What a document is about; engagement in a personal capacity is a topic of its own (II.P). */
export const GUIDANCE_TOPICS = ['PROCEDURE', 'PERSONAL_CAPACITY', 'LEGAL', 'PRIVACY', 'SECURITY'] as const
export type GuidanceTopic = (typeof GUIDANCE_TOPICS)[number]

/** When a version counts: what its place among the versions of its document says at an instant. */
export const GUIDANCE_STANDINGS = ['UPCOMING', 'IN_FORCE', 'REPLACED'] as const
export type GuidanceStanding = (typeof GUIDANCE_STANDINGS)[number]

/** A version's place among those of its document. */
export interface VersionPlace {
  readonly documentId: string
  readonly number: number
  readonly effectiveFrom: Date
}

/** A version of procedural guidance as rules look at it. */
export interface ProcedureVersion extends VersionPlace {
  readonly id: string
  readonly title: string
  /** Whoever holds one of these roles has to acknowledge it. */
  readonly roles: readonly Role[]
  readonly publishedAt: Date
  /** Until when earlier reviews of publishing processes stand; from its beginning they do not when null. */
  readonly processesReviewedBy: Date | null
  /** Whether the one who acts has acknowledged it. */
  readonly acknowledged: boolean
}

/** The versions in force at an instant: of each document the newest that has begun. */
export function versionsInForce<Version extends VersionPlace>(
  versions: readonly Version[],
  now: Date,
): readonly Version[] {
  return versions.filter((version) => guidanceStanding(version, versions, now) === 'IN_FORCE')
}

/** Where a version stands among the others of its document. */
export function guidanceStanding(
  version: VersionPlace,
  versions: readonly VersionPlace[],
  now: Date,
): GuidanceStanding {
  const begun = versions.filter(
    ({ documentId, effectiveFrom }) => documentId === version.documentId && effectiveFrom <= now,
  )
  const newest = Math.max(0, ...begun.map(({ number }) => number))
  if (version.number < newest) return 'REPLACED'
  return version.effectiveFrom <= now ? 'IN_FORCE' : 'UPCOMING'
}
