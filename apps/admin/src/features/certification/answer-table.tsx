import { Link } from '@tanstack/react-router'
import { ChooseRow } from '../../list/choose-row.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { fieldWords } from '../../ui/words.ts'
import { certificationTone } from './certification-words.ts'
import type { AnswerRow } from './certification-part.documents.ts'

interface AnswerTableProps {
  readonly rows: readonly AnswerRow[]
  readonly chosen: readonly string[]
  readonly onChoose: (accountIds: readonly string[]) => void
}

/** Accounts with what is on record of them, what was answered last, and what stands in the way of "nothing changed". */
export function AnswerTable({ rows, chosen, onChoose }: AnswerTableProps) {
  const toggle = (id: string, checked: boolean) =>
    onChoose(checked ? [...chosen, id] : chosen.filter((other) => other !== id))
  return (
    <>
      <p>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => onChoose(rows.filter(maySayUnchanged).map(({ account }) => account.id))}
        >
          Choose all of which nothing has changed
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() =>
            onChoose(rows.filter(({ state }) => state !== 'ANSWERED').map(({ account }) => account.id))
          }
        >
          Choose all without an answer
        </button>
      </p>
      <DataTable
        caption="The accounts of this part"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            label: 'Choose',
            cell: ({ account: { id, title } }) => (
              <ChooseRow
                id={id}
                name={title}
                checked={chosen.includes(id)}
                onChange={(checked) => toggle(id, checked)}
              />
            ),
          },
          {
            label: 'Account',
            rowHeader: true,
            cell: ({ id, account: { title, handle } }) => (
              <>
                <Link to="/certifications/answers/$id" params={{ id }} className="usa-link">
                  {title}
                </Link>{' '}
                {handle}
              </>
            ),
          },
          { label: 'On record', cell: ({ account }) => <OnRecord account={account} /> },
          {
            label: 'State',
            cell: ({ state, returnReason }) => (
              <>
                <StatusTag status={state} tone={certificationTone(state)} />
                {returnReason !== null && ` ${returnReason}`}
              </>
            ),
          },
          { label: 'Answers', cell: (row) => <GivenAnswers row={row} /> },
          { label: 'Nothing has changed', cell: (row) => unchangedWords(row) },
        ]}
      />
    </>
  )
}

/** What is on record of an account: the evidence beside its answer. */
export function OnRecord({ account }: Pick<AnswerRow, 'account'>) {
  const { contacts, officialOutletUrl, purpose, changedAt } = account
  const primary = contacts.find(({ role, endedAt }) => role === 'PRIMARY' && endedAt === null)
  return (
    <ul className="usa-list usa-list--unstyled">
      <li>Contact: {primary?.person.displayName ?? 'nobody'}</li>
      <li>Outlet: {officialOutletUrl ?? 'not recorded'}</li>
      <li>Purpose: {purpose ?? 'not recorded'}</li>
      <li>
        Last change: <DateText date={changedAt.slice(0, 10)} />
      </li>
    </ul>
  )
}

const ANSWERS: Readonly<Record<string, string>> = { YES: 'Yes', NO: 'No' }

/** What is answered, or was the last time. */
export function GivenAnswers({
  row: { answers, lastAnswers, note },
}: {
  readonly row: Pick<AnswerRow, 'answers' | 'lastAnswers' | 'note'>
}) {
  const shown = answers.length > 0 ? answers : lastAnswers
  if (shown.length === 0) return 'None yet'
  return (
    <>
      {answers.length === 0 && 'Last time:'}
      <ul className="usa-list usa-list--unstyled">
        {shown.map(({ key, question, value }) => (
          <li key={key}>
            {question} {ANSWERS[value] ?? value}
          </li>
        ))}
      </ul>
      {note}
    </>
  )
}

// Whether an account waits, and “nothing changed” would be true of it.
function maySayUnchanged({ state, availableActions }: AnswerRow): boolean {
  return state !== 'ANSWERED' && unchangedOf(availableActions)?.allowed === true
}

/** Whether it may be said that nothing has changed, or what has. */
export function unchangedWords({
  state,
  availableActions,
  changedSince,
}: Pick<AnswerRow, 'state' | 'availableActions' | 'changedSince'>): string {
  if (state === 'ANSWERED') return 'Answered'
  if (changedSince.length > 0) return `Changed: ${changedSince.map(fieldWords).join(', ')}`
  const offered = unchangedOf(availableActions)
  if (offered?.blockedBy?.code === 'FORBIDDEN') return ''
  return offered?.allowed ? 'It may be said' : (offered?.blockedBy?.message ?? '')
}

function unchangedOf(actions: AnswerRow['availableActions']) {
  return actions.find(({ action }) => action === 'confirmUnchanged')
}
