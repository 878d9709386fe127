import type { Role } from '../access/roles.ts'
import type { GuidanceKind, GuidanceTopic, ProcedureVersion } from '../guidance/guidance.ts'
import type { LawStandard } from '../law-checklist/law-checklist.ts'
import type { PolicyValues } from '../policy-setting/policy-setting.ts'
import type { SecurityPolicyInForce } from '../security-attestation/security-attestation.ts'
import type { RequiredCourse } from '../training/training.ts'

/** A version of a document of the library, whoever has acknowledged it. */
export interface LibraryVersion extends Omit<ProcedureVersion, 'acknowledged'> {
  readonly kind: GuidanceKind
  readonly topic: GuidanceTopic
}

/** What the offices have set for the whole department: what checks measure records by. */
export interface Standards {
  readonly courses: readonly RequiredCourse[]
  readonly library: readonly LibraryVersion[]
  readonly securityPolicies: readonly SecurityPolicyInForce[]
  readonly values: PolicyValues
  readonly law: LawStandard
}

/** A role somebody holds for a time. */
export interface HeldDuty {
  readonly role: Role
  readonly validFrom: Date
  readonly validUntil: Date | null
}

/** The versions of the Assistant Secretary's procedural guidance (IV.A.3). */
export function procedureOf({ library }: Standards): readonly LibraryVersion[] {
  return library.filter(({ kind, topic }) => kind === 'GUIDANCE' && topic === 'PROCEDURE')
}

/** The same, as one person has acknowledged them. */
export function procedureFor(
  standards: Standards,
  acknowledged: readonly string[],
): readonly ProcedureVersion[] {
  return procedureOf(standards).map((version) => ({
    ...version,
    acknowledged: acknowledged.includes(version.id),
  }))
}

/** Whether a role counts at an instant. */
export function isHeld({ validFrom, validUntil }: HeldDuty, now: Date): boolean {
  return validFrom <= now && (validUntil === null || validUntil > now)
}
