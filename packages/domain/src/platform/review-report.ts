import { personIdOf, type Actor } from '../access/actor.ts'
import { firstRefusal } from '../decision.ts'
import { forbidden, policyRefusal, type InputIssue, type Refusal } from '../errors.ts'
import type { ReviewKind } from './platform.ts'
import { dayOf, REVIEW_OFFICES, reviewWords } from './review-standing.ts'

/** What the terms oblige the department to (M-13-10). */
export const INDEMNIFICATION_FINDINGS = ['NONE', 'REMOVED_BY_AMENDMENT', 'LIMITED', 'OPEN_ENDED'] as const
export type IndemnificationFinding = (typeof INDEMNIFICATION_FINDINGS)[number]

/** What the threshold analysis came to (M-10-23). */
export const PRIVACY_THRESHOLDS = ['NO_PERSONAL_INFORMATION', 'ASSESSMENT_NEEDED'] as const
export type PrivacyThreshold = (typeof PRIVACY_THRESHOLDS)[number]

/** How a platform is used: to tell, or to tell and hear. */
export const PLATFORM_USES = ['ONE_WAY', 'TWO_WAY'] as const
export type PlatformUse = (typeof PLATFORM_USES)[number]

/** The eight parts of the adapted privacy impact assessment, in their order, and what each answers (M-10-23). */
export const ASSESSMENT_PARTS = {
  specificPurpose: 'What exactly the platform is used for',
  availableInformation: 'Which personal information is likely to become available',
  intendedUse: 'What that information is meant to be used for',
  sharing: 'With whom it is shared',
  retention: 'How it is kept, and for how long',
  safeguards: 'How it is secured',
  otherRisks: 'Which other privacy risks there are, and what lessens them',
  recordsSystem: 'Whether a system of records comes about or changes',
} as const
export type AssessmentPart = keyof typeof ASSESSMENT_PARTS
export const ASSESSMENT_PART_NAMES = Object.keys(ASSESSMENT_PARTS).filter(isAssessmentPart)

/** Whether a name is that of a part of the assessment. */
export function isAssessmentPart(name: string): name is AssessmentPart {
  return Object.hasOwn(ASSESSMENT_PARTS, name)
}

/** What an office says its review came to. */
export interface ReportContent {
  readonly kind: ReviewKind
  readonly outcome: 'PASSED' | 'PASSED_WITH_CONDITIONS' | 'FAILED'
  readonly findings: string
  readonly conditions: string | null
  readonly expiresOn: Date | null
  readonly indemnification: IndemnificationFinding | null
  readonly textUrl: string | null
  readonly textSha256: string | null
  readonly textDatedOn: Date | null
  readonly threshold: PrivacyThreshold | null
  readonly assessment: Readonly<Record<AssessmentPart, string | null>> | null
  /** How each platform it covers is used. */
  readonly uses: readonly (PlatformUse | null)[]
}

/** A review is given by the office it belongs to, and by nobody else. */
export function checkReviewOffice(actor: Actor, kind: ReviewKind): Refusal | null {
  const office = REVIEW_OFFICES[kind]
  const held = personIdOf(actor) !== null && 'roles' in actor ? actor.roles : []
  return held.some(({ role }) => role === office.role)
    ? null
    : forbidden(`The ${reviewWords(kind)} review is not given by your office.`, office.clause)
}

/**
 * What a review must say before it counts: its conditions, the text that was read, the assessment of privacy.
 * `textChangedOn` is the day of the newest text that the platforms it covers are known to have.
 */
export function checkReportContent(
  content: ReportContent,
  now: Date,
  textChangedOn: Date | null = null,
): Refusal | null {
  const positive = content.outcome !== 'FAILED'
  return firstRefusal(
    () =>
      positive && content.indemnification === 'OPEN_ENDED'
        ? policyRefusal(
            'Terms with open-ended indemnification cannot pass: they would bind the department without limit.',
            'III.I',
          )
        : null,
    () =>
      issuesRefusal([
        ...dateIssues(content, now),
        ...misplacedIssues(content),
        ...(positive ? [...missingIssues(content), ...outdatedIssues(content, textChangedOn)] : []),
      ]),
  )
}

function issuesRefusal(issues: readonly InputIssue[]): Refusal | null {
  if (issues.length === 0) return null
  const message = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')
  return { code: 'INVALID_INPUT', message, issues }
}

function dateIssues({ expiresOn, textDatedOn }: ReportContent, now: Date): readonly InputIssue[] {
  const today = dayOf(now)
  return [
    ...(expiresOn !== null && dayOf(expiresOn) <= today
      ? [{ path: 'expiresOn', message: 'It holds until a day that is still to come.' }]
      : []),
    ...(textDatedOn !== null && dayOf(textDatedOn) > today
      ? [{ path: 'textDatedOn', message: 'The text was read already: its day is not to come.' }]
      : []),
  ]
}

// A changed text opens its review again; the text before the change does not close it (M-13-10, M-10-23).
function outdatedIssues({ textDatedOn }: ReportContent, textChangedOn: Date | null): readonly InputIssue[] {
  if (textDatedOn === null || textChangedOn === null || dayOf(textDatedOn) >= dayOf(textChangedOn)) return []
  return [
    {
      path: 'textDatedOn',
      message: `The text changed on ${dayOf(textChangedOn)}: review that one or a newer one.`,
    },
  ]
}

// What belongs to another review is not stored unseen.
function misplacedIssues({
  kind,
  indemnification,
  threshold,
  assessment,
  uses,
}: ReportContent): readonly InputIssue[] {
  const elsewhere = (path: string, there: boolean, belongs: ReviewKind) =>
    there && kind !== belongs ? [{ path, message: `It belongs to the ${reviewWords(belongs)} review.` }] : []
  return [
    ...elsewhere('indemnification', indemnification !== null, 'TERMS_OF_SERVICE'),
    ...elsewhere('threshold', threshold !== null, 'PRIVACY'),
    ...elsewhere('assessment', assessment !== null, 'PRIVACY'),
    ...elsewhere(
      'use',
      uses.some((use) => use !== null),
      'PRIVACY',
    ),
  ]
}

const NEEDED = 'This is needed.'

function missingIssues(content: ReportContent): readonly InputIssue[] {
  const needed = (path: string, value: unknown, message = NEEDED) =>
    value === null ? [{ path, message }] : []
  const conditions =
    content.outcome === 'PASSED_WITH_CONDITIONS'
      ? needed('conditions', content.conditions, 'Name the conditions it passed under.')
      : []
  if (content.kind === 'TERMS_OF_SERVICE')
    return [
      ...conditions,
      ...needed('indemnification', content.indemnification),
      ...needed('textSha256', content.textSha256, 'The SHA-256 of the text that was read.'),
      ...needed('textDatedOn', content.textDatedOn, 'The day of the text that was read.'),
    ]
  if (content.kind !== 'PRIVACY') return conditions
  return [...conditions, ...needed('threshold', content.threshold), ...missingParts(content)]
}

function missingParts({ threshold, assessment, uses }: ReportContent): readonly InputIssue[] {
  if (threshold !== 'ASSESSMENT_NEEDED') return []
  const parts = ASSESSMENT_PART_NAMES.filter((part) => !assessment?.[part])
  return [
    ...parts.map((part) => ({ path: `assessment.${part}`, message: NEEDED })),
    ...uses.flatMap((use, at) =>
      use === null ? [{ path: at === 0 ? 'use' : `alsoCovers.${at - 1}.use`, message: NEEDED }] : [],
    ),
  ]
}
