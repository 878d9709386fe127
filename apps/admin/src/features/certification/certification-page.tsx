import { change } from '@official-accounts/client/change'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { ClauseText } from '../../ui/clause-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { CloseCertificationMutation } from './certification-changes.documents.ts'
import { ResultDownload } from './result-download.tsx'
import { accountsWords, certificationTone, progressWords } from './certification-words.ts'
import {
  CertificationQuery,
  CHANGING_CERTIFICATIONS,
  type CertificationDetail,
} from './certification.documents.ts'

/** A certification: what is asked, how far each component is, and its end. */
export function CertificationPage() {
  const { id } = useParams({ from: '/certifications/$id' })
  const [state, retry] = useQuery({
    query: CertificationQuery,
    variables: { id },
    context: CHANGING_CERTIFICATIONS,
  })
  return (
    <QueryView state={state} what="the certification" onRetry={retry}>
      {({ certification }) =>
        certification === null ? (
          <RecordMissing noun="certification" />
        ) : (
          <Certification
            certification={certification}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface CertificationProps {
  readonly certification: CertificationDetail
  readonly onReload: () => void
}

function Certification({ certification, onReload }: CertificationProps) {
  const { id, name, state, dueOn, closedAt, filter, resultSha256 } = certification
  return (
    <>
      <PageHeading title={name} />
      <FactList
        facts={[
          { label: 'State', value: <StatusTag status={state} tone={certificationTone(state)} /> },
          { label: 'Last day to answer', value: <DateText date={dueOn} /> },
          { label: 'Accounts', value: accountsWords(filter) },
          {
            label: 'Answered',
            value: progressWords(certification.answeredCount, certification.accountCount),
          },
          ...(closedAt === null ? [] : [{ label: 'Closed', value: <InstantText at={closedAt} /> }]),
          ...(resultSha256 === null
            ? []
            : [{ label: 'Result’s SHA-256', value: <code>{resultSha256}</code> }]),
        ]}
      />
      {state === 'CLOSED' && <ResultDownload id={id} name={name} />}
      <Progress certification={certification} />
      <Questions certification={certification} />
      {state === 'OPEN' && <Closing certification={certification} onReload={onReload} />}
    </>
  )
}

function Progress({ certification: { parts, state } }: Pick<CertificationProps, 'certification'>) {
  return (
    <section aria-labelledby="progress-heading">
      <h2 id="progress-heading">Components</h2>
      <DataTable
        caption="How far each component is"
        rows={parts}
        rowKey={({ id }) => id}
        columns={[
          {
            label: 'Component',
            rowHeader: true,
            cell: ({ id, component }) => (
              <Link to="/certifications/parts/$id" params={{ id }} className="usa-link">
                {component.code}
              </Link>
            ),
          },
          {
            label: 'State',
            cell: (part) => (
              <>
                <StatusTag
                  status={part.state}
                  tone={certificationTone(part.state)}
                  {...(state === 'CLOSED' && part.state !== 'CERTIFIED' ? { label: 'Did not certify' } : {})}
                />
                {part.overdueSince !== null && part.state !== 'CERTIFIED' && (
                  <>
                    {' '}
                    <StatusTag status="OVERDUE" tone="WARNING" /> since <InstantText at={part.overdueSince} />
                  </>
                )}
              </>
            ),
          },
          {
            label: 'Accounts answered',
            cell: ({ answeredCount, accountCount }) => progressWords(answeredCount, accountCount),
          },
        ]}
      />
    </section>
  )
}

function Questions({ certification: { questions } }: Pick<CertificationProps, 'certification'>) {
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">Questions</h2>
      <ol className="usa-list">
        {questions.map(({ key, text, kind, choices, clause }) => (
          <li key={key}>
            {text} {choices.length > 0 ? `(${choices.join(', ')})` : `(${enumWords(kind)})`}{' '}
            {clause && <ClauseText clause={clause} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Closing({ certification, onReload }: CertificationProps) {
  const { id, version, availableActions } = certification
  const [close] = availableActions
  if (close === undefined || close.blockedBy?.code === 'FORBIDDEN') return null
  return (
    <section aria-labelledby="closing-heading">
      <h2 id="closing-heading">Close it</h2>
      {close.blockedBy && <BlockedNotice blocker={close.blockedBy} />}
      <p>The result is frozen with a digest, and nobody changes it any more.</p>
      <ChangeForm
        formKey={`certification/${id}/close`}
        fields={[]}
        initial={{}}
        submitLabel="Close and freeze the result"
        request={(_values, idempotencyKey) =>
          change(CloseCertificationMutation, {
            certificationId: id,
            expectedVersion: version,
            idempotencyKey,
          })
        }
        onRefused={onReload}
        onDone={() => showNotice('The certification is closed and its result frozen.')}
        cancel={null}
      />
    </section>
  )
}
