import type { ResultOf } from '@official-accounts/client/graphql'
import { change, type ChangeRequest } from '@official-accounts/client/change'
import { CLAUSE_IDS, CLAUSES } from '@official-accounts/domain/directive/clauses'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { listOf, requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { endOfDay, beginningOn } from '../../ui/dates.tsx'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ExceptionChoicesQuery, RequestExceptionMutation } from './exception.documents.ts'

const TITLE = 'Request an exception'
const CLAUSE_CHOICES = CLAUSE_IDS.filter((id) => CLAUSES[id].exceptionable).map((id) => ({
  value: id,
  label: `${id} ${CLAUSES[id].title}`,
}))

/** The request for an exception: which clauses, for what, from when until when, and why (V.B.12). */
export function RequestExceptionPage() {
  const { account } = useSearch({ from: '/exceptions/request' })
  const navigate = useNavigate()
  const mayRequest = useMayEver('exception.request')
  const [state, retry] = useQuery({ query: ExceptionChoicesQuery, requestPolicy: 'cache-first' })
  if (!mayRequest) return <ForbiddenNotice title={TITLE} permission="exception.request" />
  return (
    <>
      <PageHeading title={TITLE} />
      <p className="usa-intro-small">
        The Office of Public Affairs decides, in writing and with reasons. Only clauses that an exception may
        lift can be named; no exception lifts a statute (V.B.12).
      </p>
      <QueryView state={state} what="the form" onRetry={retry}>
        {(choices) => (
          <ChangeForm
            formKey={`exception/request/${account ?? ''}`}
            fields={requestFields(choices, account === undefined)}
            initial={{}}
            submitLabel="Send the request"
            request={(values, idempotencyKey) => requestException(values, account, idempotencyKey)}
            onDone={({ id }) => {
              showNotice('The request was sent. The Office of Public Affairs is next.')
              void navigate({ to: '/exceptions/$id', params: { id } })
            }}
            cancel={
              <Link to="/exceptions" className="usa-button usa-button--unstyled">
                Back to the exceptions; the draft is kept
              </Link>
            }
          />
        )}
      </QueryView>
    </>
  )
}

type Choices = ResultOf<typeof ExceptionChoicesQuery>

function requestFields({ components, platforms }: Choices, isGeneral: boolean): readonly FormField[] {
  const subject: readonly FormField[] = [
    {
      name: 'componentId',
      label: 'For accounts of',
      control: 'CHOICE',
      choices: components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` })),
      hint: 'A component. An account’s own page asks for one account alone.',
    },
    {
      name: 'platformId',
      label: 'For accounts on',
      control: 'CHOICE',
      choices: platforms.edges.map(({ node }) => ({ value: node.id, label: node.name })),
      hint: 'A platform. With both, the component’s accounts on that platform.',
    },
  ]
  return [
    { name: 'clauses', label: 'Clauses', control: 'CHOICES', required: true, choices: CLAUSE_CHOICES },
    ...(isGeneral ? subject : []),
    {
      name: 'justification',
      label: 'Why',
      control: 'LONG_TEXT',
      required: true,
      hint: 'Why the clause cannot be kept to, and what is done instead.',
    },
    {
      name: 'conditions',
      label: 'Conditions',
      control: 'LONG_TEXT',
      hint: 'What will be kept to meanwhile.',
    },
    {
      name: 'validFrom',
      label: 'From',
      control: 'DATE',
      hint: 'The first day, in UTC; at once when left open.',
    },
    { name: 'validUntil', label: 'Until', control: 'DATE', required: true, hint: 'The last day, in UTC.' },
  ]
}

function requestException(
  values: FormValues,
  accountId: string | undefined,
  idempotencyKey: string,
): ChangeRequest {
  return change(RequestExceptionMutation, {
    clauses: listOf(values, 'clauses'),
    accountId,
    componentId: valueOf(values, 'componentId'),
    platformId: valueOf(values, 'platformId'),
    justification: requiredValue(values, 'justification'),
    conditions: valueOf(values, 'conditions'),
    validFrom: beginningOn(valueOf(values, 'validFrom')),
    validUntil: endOfDay(valueOf(values, 'validUntil')) ?? '',
    idempotencyKey,
  })
}
