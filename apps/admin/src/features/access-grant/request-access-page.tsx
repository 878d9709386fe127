import { change, type ChangeRequest } from '@official-accounts/client/change'
import { STATED_USES } from '@official-accounts/domain/account/account'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, withScheme, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import { EXPIRES_ON } from './access-commands.ts'
import { RequestAccessMutation } from './access-grant.documents.ts'

const TITLE = 'Ask for access'

const NEED_FIELDS: readonly FormField[] = [
  {
    name: 'businessNeed',
    label: 'Mission need',
    control: 'LONG_TEXT',
    required: true,
    hint: 'What of your mission cannot be done without it (V.B.4).',
  },
  {
    name: 'systemName',
    label: 'Department system',
    control: 'TEXT',
    required: true,
    hint: 'From which system you would use it, such as a department laptop.',
  },
  {
    name: 'supervisor',
    label: 'Supervisor’s office',
    control: 'TEXT',
    required: true,
    hint: 'The office, not a person’s name.',
  },
  EXPIRES_ON,
]

const MONITOR_FIELDS: readonly FormField[] = [
  {
    name: 'use',
    label: 'Use',
    control: 'CHOICE',
    required: true,
    choices: STATED_USES.map((value) => ({ value, label: enumWords(value) })),
    hint: 'Operational use has rules of its own and is refused here (II.B).',
  },
  {
    name: 'monitored',
    label: 'Accounts of offices and organizations to look at',
    control: 'LONG_TEXT',
    hint: 'Their addresses, one on each line. Official accounts of the department are managed, not looked at.',
  },
  {
    name: 'individuals',
    label: 'Accounts of individuals to look at',
    control: 'LONG_TEXT',
    hint: 'Their addresses, one on each line. The Chief Privacy Officer approves each first (IV.C.2).',
  },
]

/** The request for access: to look at other accounts, or, from an account's own page, to manage that account. */
export function RequestAccessPage() {
  const { account } = useSearch({ from: '/access/request' })
  const navigate = useNavigate()
  if (!useMayEver('access.request')) return <ForbiddenNotice title={TITLE} permission="access.request" />
  return (
    <>
      <PageHeading
        title={account ? 'Ask for access to manage the account' : 'Ask for access to look at accounts'}
      />
      <p className="usa-intro-small">
        Your component’s director or the Office of Public Affairs decides; then the Chief Information Officer
        provides the access.{' '}
        {account
          ? 'It is for this account alone.'
          : 'To manage an official account, open its page and ask from there.'}{' '}
        <Link to="/access/process" className="usa-link">
          How it goes on from here
        </Link>
      </p>
      <ChangeForm
        formKey={`access/request/${account ?? ''}`}
        fields={account ? NEED_FIELDS : [...MONITOR_FIELDS, ...NEED_FIELDS]}
        initial={account ? {} : { use: 'NON_OPERATIONAL_AWARENESS' }}
        submitLabel="Send the request"
        request={(values, idempotencyKey) => requestAccess(values, account, idempotencyKey)}
        onDone={({ id }) => {
          showNotice('The request was sent.')
          void navigate({ to: '/access/$id', params: { id } })
        }}
        cancel={
          <Link to="/access" className="usa-button usa-button--unstyled">
            Back to the list of access; the draft is kept
          </Link>
        }
      />
    </>
  )
}

function requestAccess(
  values: FormValues,
  accountId: string | undefined,
  idempotencyKey: string,
): ChangeRequest {
  const monitored = [
    ...monitoredIn(values, 'monitored', 'OFFICE_OR_ORGANIZATION'),
    ...monitoredIn(values, 'individuals', 'INDIVIDUAL'),
  ]
  return change(RequestAccessMutation, {
    kind: accountId ? 'MANAGE' : 'MONITOR',
    use: accountId ? 'PUBLIC_COMMUNICATION' : (choiceOf(STATED_USES, values['use']) ?? 'OPERATIONAL'),
    accountId,
    monitored: accountId ? null : monitored,
    businessNeed: requiredValue(values, 'businessNeed'),
    systemName: requiredValue(values, 'systemName'),
    supervisor: requiredValue(values, 'supervisor'),
    expiresOn: requiredValue(values, 'expiresOn'),
    idempotencyKey,
  })
}

// The addresses of a field, one on each line, and whose they are.
function monitoredIn(values: FormValues, name: string, holder: 'OFFICE_OR_ORGANIZATION' | 'INDIVIDUAL') {
  const lines = (values[name] ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => ({ profileUrl: withScheme(line), holder }))
}
