import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import {
  ASSESSMENT_PART_NAMES,
  ASSESSMENT_PARTS,
  INDEMNIFICATION_FINDINGS,
  PLATFORM_USES,
  PRIVACY_THRESHOLDS,
} from '@official-accounts/domain/platform/review-report'
import type { Choice, FormField, FormValues } from '../../form/form-field.ts'
import { writeParts } from '../../form/parts.ts'
import { enumWords } from '../../ui/words.ts'
import type { FormerReport } from './review.documents.ts'

export const OUTCOMES = ['PASSED', 'PASSED_WITH_CONDITIONS', 'FAILED'] as const

const ASSESSMENT = 'Privacy impact assessment, adapted to third-party services (M-10-23)'

function choices(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: enumWords(value) }))
}

const GENERAL: readonly FormField[] = [
  { name: 'outcome', label: 'Outcome', control: 'CHOICE', required: true, choices: choices(OUTCOMES) },
  { name: 'findings', label: 'What it found', control: 'LONG_TEXT', required: true },
  { name: 'conditions', label: 'Conditions', control: 'LONG_TEXT', hint: 'Under which it passed.' },
  {
    name: 'expiresOn',
    label: 'Holds until',
    control: 'DATE',
    hint: 'Its last day; as long as the policy says when left empty.',
  },
]

/** Another platform that a review may cover. */
export interface CoverablePlatform {
  readonly slug: string
  readonly name: string
}

// Comparable platforms share an assessment and differ in their use, so each says its own.
function coveredField(kind: ReviewKind, platforms: readonly CoverablePlatform[]): FormField {
  const names = platforms.map(({ slug, name }) => ({ value: slug, label: name }))
  return {
    name: 'alsoCovers',
    label: 'Also covers',
    control: 'PARTS',
    hint: 'Comparable platforms that this review speaks of as well.',
    parts: {
      fieldsOf: () => [
        { name: 'platform', label: 'Platform', control: 'CHOICE', required: true, choices: names },
        ...(kind === 'PRIVACY' ? [USE] : []),
      ],
      nameOf: ({ platform }, at) =>
        platforms.find(({ slug }) => slug === platform)?.name ?? `Platform ${at + 2}`,
      begin: { platform: '' },
      addLabel: 'Add a platform it covers',
      removeLabel: 'Do not cover it',
      ordered: false,
    },
  }
}

const TEXT_READ: readonly FormField[] = [
  { name: 'textUrl', label: 'Where the text stands that was read', control: 'ADDRESS' },
  { name: 'textSha256', label: 'SHA-256 of that text', control: 'TEXT', hint: '64 hexadecimal characters.' },
  { name: 'textDatedOn', label: 'Day of that text', control: 'DATE' },
]

const TERMS: readonly FormField[] = [
  {
    name: 'indemnification',
    label: 'Indemnification (M-13-10)',
    control: 'CHOICE',
    choices: choices(INDEMNIFICATION_FINDINGS),
    hint: 'Terms that bind the department without limit cannot pass.',
  },
  ...TEXT_READ,
]

const USE: FormField = {
  name: 'use',
  label: 'How the platform is used',
  control: 'CHOICE',
  choices: choices(PLATFORM_USES),
}

const PRIVACY: readonly FormField[] = [
  {
    name: 'threshold',
    label: 'Threshold analysis',
    control: 'CHOICE',
    choices: choices(PRIVACY_THRESHOLDS),
  },
  USE,
  ...TEXT_READ,
  ...ASSESSMENT_PART_NAMES.map((part): FormField => ({
    name: `assessment.${part}`,
    label: ASSESSMENT_PARTS[part],
    control: 'LONG_TEXT',
    section: ASSESSMENT,
  })),
]

/** What the form of a review asks; it may cover the platforms given. */
export function reviewFields(
  kind: ReviewKind,
  platforms: readonly CoverablePlatform[],
): readonly FormField[] {
  const covered = coveredField(kind, platforms)
  if (kind === 'TERMS_OF_SERVICE') return [...GENERAL, ...TERMS, covered]
  if (kind === 'PRIVACY') return [...GENERAL, ...PRIVACY, covered]
  return [...GENERAL, covered]
}

/**
 * What a former report fills in for the platform with this slug: all that it says, but its outcome and its end, which
 * are new each time; where it covered this platform, what else it covered.
 */
export function valuesFrom(report: FormerReport | null, slug: string): FormValues {
  if (report === null) return {}
  const { findings, conditions, indemnification, textUrl, textSha256, textDatedOn, threshold, assessment } =
    report
  const parts = ASSESSMENT_PART_NAMES.map((part) => [`assessment.${part}`, assessment?.[part] ?? ''] as const)
  return {
    findings,
    conditions: conditions ?? '',
    indemnification: indemnification ?? '',
    textUrl: textUrl ?? '',
    textSha256: textSha256 ?? '',
    textDatedOn: textDatedOn ?? '',
    threshold: threshold ?? '',
    ...coverageFrom(report, slug),
    ...Object.fromEntries(parts),
  }
}

function coverageFrom({ coverage }: FormerReport, slug: string): FormValues {
  const own = coverage.find(({ platform }) => platform.slug === slug)
  if (own === undefined) return {}
  const others = coverage.filter((covered) => covered !== own)
  return {
    use: own.use ?? '',
    ...(others.length === 0
      ? {}
      : {
          alsoCovers: writeParts(
            others.map(({ platform, use }) => ({ platform: platform.slug, use: use ?? '' })),
          ),
        }),
  }
}
