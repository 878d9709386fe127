import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  REASON_TERMS,
  REVERSED_BY,
  type ModerationKind,
  type ModerationReason,
} from '@official-accounts/domain/moderation/moderation'
import { requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { MODERATION_KIND_WORDS, MODERATION_REASON_WORDS } from './moderation-words.ts'

const NAMES_NOBODY = 'No names, handles or addresses of private people.'

function kindField(kinds: readonly ModerationKind[]): FormField {
  return {
    name: 'kind',
    label: 'What was done',
    control: 'CHOICE',
    required: true,
    choices: kinds.map((value) => ({ value, label: MODERATION_KIND_WORDS[value] })),
  }
}

function reasonField(of: 'MEASURE' | 'REVERSAL' | 'ANY'): FormField {
  const reasons = MODERATION_REASONS.filter((reason) => of === 'ANY' || REASON_TERMS[reason].of === of)
  return {
    name: 'reason',
    label: 'Reason',
    control: 'CHOICE',
    required: true,
    choices: reasons.map((value) => ({ value, label: MODERATION_REASON_WORDS[value] })),
    hint: 'What anybody would be told who wrote the same, whatever they think.',
  }
}

const REFERENCE: FormField = {
  name: 'platformReference',
  label: 'The platform’s reference',
  control: 'TEXT',
  required: true,
  hint: `The number or code of the comment or the block, or a link to a post of the account itself. ${NAMES_NOBODY}`,
}

const EXPLANATION: FormField = {
  name: 'explanation',
  label: 'Explanation',
  control: 'LONG_TEXT',
  hint: `Needed for a measure against a person and for another reason. ${NAMES_NOBODY}`,
}

const DONE_ON: FormField = {
  name: 'doneAt',
  label: 'Day on which it was done',
  control: 'DATE',
  hint: 'Now, when left empty.',
}

const RULE: readonly FormField[] = [
  {
    name: 'policySection',
    label: 'Rule of the comment policy',
    control: 'TEXT',
    hint: 'Needed for repetition, off topic and another reason: which rule forbids it.',
  },
  {
    name: 'policyVersion',
    label: 'Version of the comment policy',
    control: 'TEXT',
    hint: 'What the policy says of its own version or day.',
  },
]

/** What is asked of an act that is recorded; a correction is of the kinds that fit the former entry. */
export function recordedFields(former: ModerationKind | null): readonly FormField[] {
  const isReversal = former !== null && REVERSED_BY[former] === null
  const kinds = isReversal
    ? [former]
    : MODERATION_KINDS.filter((kind) => former === null || REVERSED_BY[kind] !== null)
  const reasons = isReversal ? 'REVERSAL' : 'MEASURE'
  return [
    kindField(kinds),
    reasonField(former === null ? 'ANY' : reasons),
    REFERENCE,
    EXPLANATION,
    ...(isReversal ? [] : RULE),
    DONE_ON,
  ]
}

/** What is asked of a measure that is taken back. */
export const REVERSAL_FIELDS: readonly FormField[] = [
  reasonField('REVERSAL'),
  REFERENCE,
  { ...EXPLANATION, hint: NAMES_NOBODY },
  DONE_ON,
]

/** What somebody said of a reversal, as the server takes it. */
export function reversalInput(values: FormValues) {
  const day = valueOf(values, 'doneAt')
  return {
    reason: reasonIn(values),
    platformReference: requiredValue(values, 'platformReference'),
    explanation: valueOf(values, 'explanation'),
    doneAt: day === null ? null : `${day}T00:00:00Z`,
  }
}

/** What somebody said of an act, as the server takes it. */
export function recordedInput(values: FormValues) {
  return {
    ...reversalInput(values),
    kind: choiceOf(MODERATION_KINDS, values['kind']) ?? 'COMMENT_HIDDEN',
    policySection: valueOf(values, 'policySection'),
    policyVersion: valueOf(values, 'policyVersion'),
  }
}

function reasonIn(values: FormValues): ModerationReason {
  return choiceOf(MODERATION_REASONS, values['reason']) ?? 'OTHER'
}
