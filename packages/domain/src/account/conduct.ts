import type { ComponentProcessFacts } from '../component-process/component-process.ts'
import type { ProcedureVersion } from '../guidance/guidance.ts'
import type { LawStandard } from '../law-checklist/law-checklist.ts'
import type { CourseCompletion, RequiredCourse } from '../training/training.ts'

/** What is asked of the one who acts and of the component, whatever the account (IV.A.3, IV.E.1, IV.E.2). */
export interface Conduct {
  /** Every version of procedural guidance. */
  readonly guidance: readonly ProcedureVersion[]
  readonly courses: readonly RequiredCourse[]
  /** The training of the one who acts. */
  readonly completions: readonly CourseCompletion[]
  /** The component's published process. */
  readonly process: Pick<ComponentProcessFacts, 'state' | 'reviewedAt'> | null
  /** The checklist of law and policy in force (V.A.2). */
  readonly law: LawStandard
}
