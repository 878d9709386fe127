import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { listOf, numberOf, requiredValue, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { accountFilter } from '../account/account-search.ts'
import { bulkFilter, type MeantAccounts } from '../bulk/bulk-search.ts'
import { OpenCertificationMutation } from './certification-changes.documents.ts'
import { accountsWords } from './certification-words.ts'
import { MeantAccountsQuery } from './certification.documents.ts'
import { readQuestionLines, type LineQuestion } from './question-lines.ts'

const FIELDS: readonly FormField[] = [
  { name: 'name', label: 'Name', control: 'TEXT', required: true },
  { name: 'dueOn', label: 'Last day to answer', control: 'DATE', required: true },
  {
    name: 'questions',
    label: 'Questions',
    control: 'LONG_TEXT',
    required: true,
    hint: 'One a line: clause | YES_NO, TEXT or CHOICE | the question | choices, separated by commas. The same words as last time let components say that nothing has changed.',
  },
  {
    name: 'reminderDays',
    label: 'Remind so many days before the last day',
    control: 'TEXT',
    hint: 'Numbers, separated by commas; 14, 7, 1 when empty.',
  },
  {
    name: 'overdueDays',
    label: 'Overdue so many days after the last day',
    control: 'NUMBER',
    hint: 'The department’s policy setting when empty.',
  },
]

/** A certification to open over the accounts of a filter of the list (IV.E.3). */
export function OpenCertificationPage() {
  const search = useSearch({ from: '/certifications/open' })
  const navigate = useNavigate()
  if (!useMayEver('certification.open')) {
    return <ForbiddenNotice title="Open a certification" permission="certification.open" />
  }
  return (
    <>
      <PageHeading title="Open a certification" />
      <p className="usa-intro-small">
        The accounts in use that match are fixed at the moment it opens. Two open certifications do not ask
        the same question about the same account.
      </p>
      <Meant search={search} />
      <ChangeForm
        formKey="certification/open"
        fields={FIELDS}
        initial={{}}
        submitLabel="Open the certification"
        request={(values, idempotencyKey) =>
          change(OpenCertificationMutation, {
            ...inputOf(values),
            filter: bulkFilter(search),
            idempotencyKey,
          })
        }
        after={(name, { questions = '' }) => name === 'questions' && <QuestionReading text={questions} />}
        onDone={({ id }) => {
          showNotice('The certification is open. Components see it in their work.')
          void navigate({ to: '/certifications/$id', params: { id } })
        }}
        cancel={
          <Link to="/certifications" className="usa-button usa-button--unstyled">
            Back to the certifications; the draft is kept
          </Link>
        }
      />
    </>
  )
}

function Meant({ search }: { readonly search: MeantAccounts }) {
  const filter = bulkFilter(search)
  const [{ data }] = useQuery({ query: MeantAccountsQuery, variables: { filter } })
  return (
    <section aria-labelledby="meant-heading">
      <h2 id="meant-heading">Which accounts</h2>
      <p>
        {accountsWords(JSON.stringify(filter))}
        {data && `, ${data.accounts.totalCount.toLocaleString('en-US')} now`}. Those in use are asked about.{' '}
        <Link to="/accounts" search={accountFilter(search)} className="usa-link">
          Choose others in the list of accounts
        </Link>
        : filter it, and open the certification from there.
      </p>
    </section>
  )
}

function inputOf(values: FormValues) {
  const reminderDays = listOf(values, 'reminderDays').map(daysOf)
  return {
    name: requiredValue(values, 'name'),
    dueOn: requiredValue(values, 'dueOn'),
    questions: readQuestionLines(values['questions'] ?? '').map(({ question }) => question ?? UNREAD),
    reminderDays: reminderDays.length > 0 ? reminderDays : null,
    overdueDays: numberOf(values, 'overdueDays'),
  }
}

// What cannot be read is sent as what the server refuses: nothing is left out silently.
const UNREAD: LineQuestion = { key: '', text: '', kind: 'TEXT', choices: [], clause: '' }

function daysOf(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : -1
}

function QuestionReading({ text }: { readonly text: string }) {
  const lines = readQuestionLines(text)
  if (lines.length === 0) return null
  return (
    <ol role="status" className="usa-list">
      {lines.map(({ line, question, problem }) => (
        <li key={line}>{question === null ? `Line ${line} cannot be read. ${problem}` : question.text}</li>
      ))}
    </ol>
  )
}
