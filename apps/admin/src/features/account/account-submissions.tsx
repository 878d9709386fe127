import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords, fieldWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'

type Submission = AccountDetail['submissions'][number]

/** The request as it was sent in each time, newest first: its answers, and field by field what changed. */
export function AccountSubmissions({ submissions }: Pick<AccountDetail, 'submissions'>) {
  return (
    <section aria-labelledby="submissions-heading">
      <h2 id="submissions-heading">Request</h2>
      {submissions.length === 0 ? (
        <EmptyState title="No request is kept">
          <p>The account came without a request of its own, or you may not see it.</p>
        </EmptyState>
      ) : (
        [...submissions]
          .reverse()
          .map((submission) => <SubmissionView key={submission.number} submission={submission} />)
      )}
    </section>
  )
}

function SubmissionView({ submission }: { readonly submission: Submission }) {
  const { number, submittedAt, submittedBy, form, answers, changes } = submission
  return (
    <>
      <h3>{number === 1 ? 'Sent in first' : `Sent in again, number ${number}`}</h3>
      <p>
        {submittedBy?.displayName ?? 'Somebody you may not see'}, <InstantText at={submittedAt} />, on version{' '}
        {form.version} of the form
      </p>
      {answers.length > 0 && (
        <DataTable
          caption={`Answers, submission ${number}`}
          rows={answers}
          rowKey={({ key }) => key}
          columns={[
            { label: 'Question', rowHeader: true, cell: ({ label }) => label },
            { label: 'Answer', cell: (answer) => <AnswerText answer={answer} /> },
          ]}
        />
      )}
      <DataTable
        caption={`Changes, submission ${number}`}
        rows={changes}
        rowKey={({ field }) => field}
        columns={[
          {
            label: 'Field',
            rowHeader: true,
            cell: ({ field, label }) => (label === field ? fieldWords(field) : label),
          },
          ...(number === 1
            ? []
            : [
                {
                  label: 'Was',
                  cell: ({ before }: Submission['changes'][number]) => before ?? 'Nothing',
                },
              ]),
          { label: number === 1 ? 'Said' : 'Became', cell: ({ after }) => after ?? 'Nothing' },
        ]}
      />
    </>
  )
}

function AnswerText({ answer: { value, risk } }: { readonly answer: Submission['answers'][number] }) {
  const words = value === 'YES' || value === 'NO' ? enumWords(value) : value
  return risk ? (
    <>
      {words} <StatusTag status="RISK" tone="WARNING" label="Asks for civil rights advice (IV.D.1)" />
    </>
  ) : (
    words
  )
}
