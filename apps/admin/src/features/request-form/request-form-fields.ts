import type { RequestDetail } from '@official-accounts/domain/request-form/request-form'
import { valueOf, withScheme, type FormField, type FormValues } from '../../form/form-field.ts'
import type { RequestFormDetail } from './request-form.documents.ts'

type Question = RequestFormDetail['questions'][number]

const FIELD_OF: Readonly<Record<RequestDetail, string>> = {
  PURPOSE: 'purpose',
  MISSION_AREA: 'missionArea',
  JUSTIFICATION: 'justification',
  AUDIENCE: 'audience',
  LANGUAGE: 'language',
  ADMINISTRATORS: 'administrators',
  OFFICIAL_OUTLET: 'officialOutletUrl',
  COMMENT_POLICY: 'commentPolicyUrl',
  PRIVACY_NOTICE: 'privacyNoticeUrl',
  RECORDS_CAPTURE: 'recordsCaptureMethod',
}

const ANSWERS = 'answers.'
const YES_NO = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
]

/** The fields of a request, those marked as needed that the form in force demands. */
export function demandedFields(
  { requiredDetails }: RequestFormDetail,
  fields: readonly FormField[],
): readonly FormField[] {
  const demanded = new Set(requiredDetails.map((detail) => FIELD_OF[detail]))
  return fields.map((field) => (demanded.has(field.name) ? { ...field, required: true } : field))
}

/** The further questions of the form, as fields; those of the risk screen stand together. */
export function questionFields({ questions }: RequestFormDetail): readonly FormField[] {
  return questions.map(questionField)
}

function questionField(question: Question): FormField {
  const { key, label, help, required, risk, clause } = question
  const hint = [help, risk ? 'A yes asks for civil rights advice.' : null, clause && `(${clause.id})`]
  const base = {
    name: `${ANSWERS}${key}`,
    label,
    required,
    section: risk ? 'Risk screen' : 'Further questions',
    hint: hint.filter(Boolean).join(' '),
  }
  switch (question.kind) {
    case 'TEXT':
      return { ...base, control: 'LONG_TEXT' }
    case 'URL':
      return { ...base, control: 'ADDRESS' }
    case 'YES_NO':
      return { ...base, control: 'CHOICE', choices: YES_NO }
    case 'CHOICE':
      return {
        ...base,
        control: 'CHOICE',
        choices: question.choices.map((value) => ({ value, label: value })),
      }
  }
}

/** Answers as the form begins with them. */
export function answerValues(
  answers: readonly { readonly key: string; readonly value: string }[],
): FormValues {
  return Object.fromEntries(answers.map(({ key, value }) => [`${ANSWERS}${key}`, value]))
}

/** What was answered, as a mutation takes it, with the version of the form that was shown. */
export function answerInput({ version, questions }: RequestFormDetail, values: FormValues) {
  const answers = questions.flatMap(({ key, kind }) => {
    const value = valueOf(values, `${ANSWERS}${key}`)
    return value === null ? [] : [{ key, value: kind === 'URL' ? withScheme(value) : value }]
  })
  return { formVersion: version, answers }
}
