import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import {
  ASSESSMENT_PART_NAMES,
  ASSESSMENT_PARTS,
  INDEMNIFICATION_FINDINGS,
  PLATFORM_USES,
  PRIVACY_THRESHOLDS,
} from '@official-accounts/domain/platform/review-report'
import type { Choice, FormField, FormValues } from '../../form/form-field.ts'
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

const COVERED: FormField = {
  name: 'alsoCovers',
  label: 'Also covers',
  control: 'TEXT',
  hint: 'Comparable platforms by the last part of their addresses here, separated by commas: x, facebook',
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

const PRIVACY: readonly FormField[] = [
  {
    name: 'threshold',
    label: 'Threshold analysis',
    control: 'CHOICE',
    choices: choices(PRIVACY_THRESHOLDS),
  },
  { name: 'use', label: 'How the platform is used', control: 'CHOICE', choices: choices(PLATFORM_USES) },
  ...TEXT_READ,
  ...ASSESSMENT_PART_NAMES.map((part): FormField => ({
    name: `assessment.${part}`,
    label: ASSESSMENT_PARTS[part],
    control: 'LONG_TEXT',
    section: ASSESSMENT,
  })),
]

/** What the form of a review asks. */
export function reviewFields(kind: ReviewKind): readonly FormField[] {
  if (kind === 'TERMS_OF_SERVICE') return [...GENERAL, ...TERMS, COVERED]
  if (kind === 'PRIVACY') return [...GENERAL, COVERED, ...PRIVACY]
  return [...GENERAL, COVERED]
}

/** What a former report fills in: all that it says, but its outcome and its end, which are new each time. */
export function valuesFrom(report: FormerReport | null): FormValues {
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
    ...Object.fromEntries(parts),
  }
}
