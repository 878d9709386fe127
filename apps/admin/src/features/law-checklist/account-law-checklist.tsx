import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import {
  AccountLawChecklistQuery,
  type AccountChecklist,
  type CheckedAccount,
} from './law-checklist.documents.ts'
import { answererWords, STANDING_WORDS } from './law-words.ts'

/** What law and policy ask of an account, who answered what and when, and the way to answer (V.A.2). */
export function AccountLawChecklist({ slug }: { readonly slug: string }) {
  const [state, retry] = useQuery({
    query: AccountLawChecklistQuery,
    variables: { slug },
    context: CHANGING_RECORDS,
  })
  return (
    <section aria-labelledby="law-heading">
      <h2 id="law-heading">Law and policy</h2>
      <QueryView state={state} what="the checklist" onRetry={retry}>
        {({ account }) =>
          account?.lawChecklist ? (
            <Checklist account={account} checklist={account.lawChecklist} />
          ) : (
            <p>Its checklist is shown to its own component and to the department’s offices.</p>
          )
        }
      </QueryView>
    </section>
  )
}

interface ChecklistProps {
  readonly account: CheckedAccount
  readonly checklist: AccountChecklist
}

function Checklist({ account, checklist }: ChecklistProps) {
  const mayAnswer = useMayEver('lawChecklist.answer')
  const { version, inOrder, items, availableAction } = checklist
  const { slug, lawAnswers } = account
  const answerTo = (key: string) => lawAnswers.find(({ itemKey }) => itemKey === key) ?? null
  return (
    <>
      <p>
        {inOrder ? 'All of it is in order.' : 'Some of it is not in order.'}{' '}
        <Link to="/law-checklist" className="usa-link">
          Version {version} of the checklist
        </Link>
      </p>
      {!mayAnswer ? null : availableAction.blockedBy === null ? (
        <p>
          <Link
            to="/accounts/$slug/answerLawChecklist"
            params={{ slug }}
            className="usa-button usa-button--outline"
          >
            Answer the checklist
          </Link>
        </p>
      ) : (
        <BlockedNotice blocker={availableAction.blockedBy} doing="Answering the checklist" />
      )}
      <DataTable
        caption="What law and policy ask of this account"
        rows={items}
        rowKey={({ item }) => item.key}
        columns={[
          { label: 'Question', rowHeader: true, cell: ({ item }) => item.question },
          { label: 'Area', cell: ({ item }) => enumWords(item.area) },
          {
            label: 'Standing',
            cell: ({ standing }) => <StatusTag status={standing} {...STANDING_WORDS[standing]} />,
          },
          {
            label: 'Answered by',
            cell: ({ item, evidence }) =>
              evidence === null ? (
                <Answered by={answererWords(item.answerer)} answer={answerTo(item.key)} />
              ) : (
                `On record: ${evidence}`
              ),
          },
          {
            label: 'Asked again',
            cell: ({ askedAgainAt }) =>
              askedAgainAt === null ? '' : <DateText date={askedAgainAt.slice(0, 10)} />,
          },
        ]}
      />
    </>
  )
}

interface AnsweredProps {
  readonly by: string
  readonly answer: CheckedAccount['lawAnswers'][number] | null
}

function Answered({ by, answer }: AnsweredProps) {
  if (answer === null) return <>Nobody yet: {by.charAt(0).toLowerCase() + by.slice(1)}</>
  return (
    <>
      {answer.answeredBy?.displayName ?? 'Somebody you may not see'}, <InstantText at={answer.answeredAt} />
      {answer.note !== null && <>: {answer.note}</>}
    </>
  )
}
