import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { numberOf, requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { OpenCertificationMutation } from './certification-changes.documents.ts'
import { readQuestionLines, type LineQuestion } from './question-lines.ts'

const WHICH = 'Which accounts'
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
    name: 'component',
    label: 'Component',
    control: 'TEXT',
    section: WHICH,
    hint: 'Its short name; all when empty.',
  },
  {
    name: 'platform',
    label: 'Platform',
    control: 'TEXT',
    section: WHICH,
    hint: 'Its name in addresses, such as x; all when empty.',
  },
  { name: 'topic', label: 'Topic', control: 'TEXT', section: WHICH },
  { name: 'text', label: 'Part of the name, handle or address', control: 'TEXT', section: WHICH },
  {
    name: 'overdueDays',
    label: 'Overdue so many days after the last day',
    control: 'NUMBER',
    hint: 'The department’s policy setting when empty.',
  },
]

/** A certification to open over the accounts of a filter (IV.E.3). */
export function OpenCertificationPage() {
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
      <ChangeForm
        formKey="certification/open"
        fields={FIELDS}
        initial={{}}
        submitLabel="Open the certification"
        request={(values, idempotencyKey) =>
          change(OpenCertificationMutation, { ...inputOf(values), idempotencyKey })
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

function inputOf(values: FormValues) {
  const conditions = ['component', 'platform', 'topic', 'text'].flatMap((name) => {
    const value = valueOf(values, name)
    return value === null ? [] : [[name, value] as const]
  })
  return {
    name: requiredValue(values, 'name'),
    dueOn: requiredValue(values, 'dueOn'),
    questions: readQuestionLines(values['questions'] ?? '').map(({ question }) => question ?? UNREAD),
    filter: Object.fromEntries(conditions),
    overdueDays: numberOf(values, 'overdueDays'),
  }
}

// A line that cannot be read is sent as what the server refuses: nothing is left out silently.
const UNREAD: LineQuestion = { key: '', text: '', kind: 'TEXT', choices: [], clause: '' }

function QuestionReading({ text }: { readonly text: string }) {
  const lines = readQuestionLines(text)
  if (lines.length === 0) return null
  return (
    <ol role="status" className="usa-list">
      {lines.map(({ question, problem }, at) => (
        // Lines have no names but their places.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>{question === null ? `This line cannot be read. ${problem}` : question.text}</li>
      ))}
    </ol>
  )
}
