import { change } from '@official-accounts/client/change'
import {
  DETAIL_RULES,
  REQUEST_DETAILS,
  type RequestDetail,
} from '@official-accounts/domain/request-form/request-form'
import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { reasonField } from '../account/account-fields.ts'
import { QUESTIONS_FIELD, questionInput, questionParts } from './question-parts.ts'
import {
  AdoptRequestFormMutation,
  RequestFormQuery,
  type RequestFormDetail,
} from './request-form.documents.ts'

const LEFT_OPEN = REQUEST_DETAILS.filter((detail) => !DETAIL_RULES[detail].core)

const FIELDS: readonly FormField[] = [
  ...LEFT_OPEN.map((detail): FormField => ({
    name: detail,
    label: `${enumWords(detail)}: demanded of every request`,
    control: 'CHOICE',
    required: true,
    choices: [
      { value: 'YES', label: 'Yes' },
      { value: 'NO', label: 'No' },
    ],
    hint: `${DETAIL_RULES[detail].clause}.`,
  })),
  QUESTIONS_FIELD,
  reasonField(true),
]

/** The next version of the form by which accounts are requested, begun from the one in force (V.B.3). */
export function AdoptPage() {
  const navigate = useNavigate()
  const mayAdopt = useMayEver('requestForm.adopt')
  const [state, retry] = useQuery({ query: RequestFormQuery })
  if (!mayAdopt) return <ForbiddenNotice title="Adopt the next version" permission="requestForm.adopt" />
  return (
    <>
      <PageHeading title="Adopt the next version of the request form" />
      <QueryView state={state} what="the form" onRetry={retry}>
        {({ requestForm }) => (
          <ChangeForm
            formKey={`request-form/${requestForm.version}`}
            fields={FIELDS}
            initial={initialOf(requestForm)}
            submitLabel="Adopt the form"
            request={(values, idempotencyKey) =>
              change(AdoptRequestFormMutation, {
                requiredDetails: REQUEST_DETAILS.filter((detail) => isDemanded(detail, values)),
                questions: questionInput(values['questions'] ?? ''),
                reason: requiredValue(values, 'reason'),
                expectedVersion: requestForm.version,
                idempotencyKey,
              })
            }
            onRefused={() => retry({ requestPolicy: 'network-only' })}
            onDone={() => {
              showNotice('The form was adopted. Every request answers it from now on.')
              void navigate({ to: '/request-form' })
            }}
            cancel={
              <Link to="/request-form" className="usa-button usa-button--unstyled">
                Back to the form; the draft is kept
              </Link>
            }
          />
        )}
      </QueryView>
    </>
  )
}

function isDemanded(detail: RequestDetail, values: FormValues): boolean {
  return DETAIL_RULES[detail].core || values[detail] === 'YES'
}

function initialOf({ requiredDetails, questions }: RequestFormDetail): FormValues {
  return {
    ...Object.fromEntries(
      LEFT_OPEN.map((detail) => [detail, requiredDetails.includes(detail) ? 'YES' : 'NO']),
    ),
    questions: questionParts(questions),
  }
}
