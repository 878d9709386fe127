import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Timeline } from '../../record/timeline.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { AnswerActions } from './answer-actions.tsx'
import { GivenAnswers, OnRecord, unchangedWords } from './answer-table.tsx'
import { certificationTone } from './certification-words.ts'
import { CHANGING_CERTIFICATIONS } from './certification.documents.ts'
import { CertificationAnswerQuery, type AnswerDetail } from './certification-part.documents.ts'

/** One account's answer in a certification: the evidence, what is answered, what may be done, and its history. */
export function CertificationAnswerPage() {
  const { id } = useParams({ from: '/certifications/answers/$id' })
  const { kind } = useSearch({ from: '/certifications/answers/$id' })
  const [state, retry] = useQuery({
    query: CertificationAnswerQuery,
    variables: { id },
    context: CHANGING_CERTIFICATIONS,
  })
  return (
    <QueryView state={state} what="the answer" onRetry={retry}>
      {({ node }) =>
        node?.__typename !== 'CertificationAnswer' ? (
          <RecordMissing noun="answer" />
        ) : (
          <>
            <AnswerFacts answer={node} />
            <AnswerActions answer={node} onReload={() => retry({ requestPolicy: 'network-only' })} />
            <Timeline subject={node.id} kind={kind} />
          </>
        )
      }
    </QueryView>
  )
}

function AnswerFacts({ answer }: { readonly answer: AnswerDetail }) {
  const { part, account, state, returnReason, answeredAt, answeredBy } = answer
  const unchanged = unchangedWords(answer)
  return (
    <>
      <PageHeading title={`${account.title}: ${part.certification.name}`} />
      <p>
        <Link to="/certifications/parts/$id" params={{ id: part.id }} className="usa-link">
          All accounts of {part.component.code} in it
        </Link>
      </p>
      <FactList
        facts={[
          {
            label: 'Account',
            value: (
              <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
                {account.handle}
              </Link>
            ),
          },
          { label: 'State', value: <StatusTag status={state} tone={certificationTone(state)} /> },
          { label: 'Last day to answer', value: <DateText date={part.certification.dueOn} /> },
          ...(returnReason === null ? [] : [{ label: 'Sent back because', value: returnReason }]),
          { label: 'On record now', value: <OnRecord account={account} /> },
          { label: 'Answers', value: <GivenAnswers row={answer} /> },
          ...(answeredAt === null ? [] : [{ label: 'Answered', value: <InstantText at={answeredAt} /> }]),
          ...(answeredBy === null ? [] : [{ label: 'By', value: answeredBy.displayName }]),
          ...(unchanged === '' ? [] : [{ label: 'Nothing has changed', value: unchanged }]),
        ]}
      />
    </>
  )
}
