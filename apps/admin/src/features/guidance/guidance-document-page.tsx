import { change } from '@official-accounts/client/change'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { InstantText } from '../../ui/dates.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import {
  AcknowledgeGuidanceMutation,
  GuidanceCoverageQuery,
  GuidanceDocumentQuery,
  type GuidanceDetail,
  type GuidanceVersionDetail,
} from './guidance.documents.ts'
import { lineChanges } from './line-changes.ts'

/** One document: what it says now, the acknowledgement, who has given it, and every version before. */
export function GuidanceDocumentPage() {
  const { id } = useParams({ from: '/guidance/$id' })
  const [state, retry] = useQuery({ query: GuidanceDocumentQuery, variables: { id } })
  return (
    <QueryView state={state} what="the document" onRetry={retry}>
      {({ guidanceDocument }) =>
        guidanceDocument === null ? (
          <RecordMissing noun="document" />
        ) : (
          <GuidanceDocument
            document={guidanceDocument}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface GuidanceDocumentProps {
  readonly document: GuidanceDetail
  readonly onReload: () => void
}

function GuidanceDocument({ document, onReload }: GuidanceDocumentProps) {
  const { id, title, kind, topic, sample, versions } = document
  const mayPublish = useMayEver('guidance.publish')
  const current = versions.find(({ standing }) => standing === 'IN_FORCE') ?? versions[0]
  return (
    <>
      <PageHeading title={title} />
      <p>
        {enumWords(kind)}, about: {enumWords(topic)}.{' '}
        {sample && 'A sample for development: it obliges nobody.'}
      </p>
      {mayPublish && (
        <p>
          <Link to="/guidance/publish" search={{ document: id }} className="usa-button usa-button--outline">
            Publish a new version
          </Link>
        </p>
      )}
      {current && <CurrentVersion version={current} onReload={onReload} />}
      <h2>History</h2>
      {versions.map((version, place) => (
        <VersionHistory key={version.id} version={version} before={versions[place + 1]} />
      ))}
    </>
  )
}

interface CurrentVersionProps {
  readonly version: GuidanceVersionDetail
  readonly onReload: () => void
}

function CurrentVersion({ version, onReload }: CurrentVersionProps) {
  const { id, number, body, roles, standing, effectiveFrom, acknowledgedAt } = version
  return (
    <section aria-labelledby="current-heading">
      <h2 id="current-heading">
        Version {number}: {enumWords(standing)}
      </h2>
      <p>
        In force from <InstantText at={effectiveFrom} />.{' '}
        {roles.length === 0
          ? 'Nobody has to acknowledge it.'
          : `To be acknowledged by: ${roles.map(enumWords).join(', ')}.`}
      </p>
      <div className="guidance-body">{body}</div>
      {acknowledgedAt === null ? (
        <ChangeForm
          formKey={`guidance/${id}/acknowledge`}
          fields={[]}
          initial={{}}
          submitLabel="I have read it and will follow it"
          request={(_values, idempotencyKey) =>
            change(AcknowledgeGuidanceMutation, { versionId: id, idempotencyKey })
          }
          onDone={() => {
            showNotice('Your acknowledgement is on record, dated now.')
            onReload()
          }}
          cancel={<Link to="/guidance">Back to the library</Link>}
        />
      ) : (
        <p>
          You acknowledged it on <InstantText at={acknowledgedAt} />.
        </p>
      )}
      <Coverage version={id} />
    </section>
  )
}

// An acknowledgement answers with the version, which a list of its readers does not name.
const CHANGING_COVERAGE = { additionalTypenames: ['GuidanceVersion'] }

function Coverage({ version }: { readonly version: string }) {
  const [state, retry] = useQuery({
    query: GuidanceCoverageQuery,
    variables: { version },
    context: CHANGING_COVERAGE,
  })
  return (
    <QueryView state={state} what="who has acknowledged it" onRetry={retry}>
      {({ guidanceReaders: { totalCount, acknowledgedCount, edges } }) => (
        <>
          <h3>Acknowledged</h3>
          <p>
            {acknowledgedCount} of {totalCount} who have to, as far as you may see.
          </p>
          {edges.length > 0 && (
            <>
              <h4 id="unacknowledged">Not yet by</h4>
              <ul className="usa-list" aria-labelledby="unacknowledged">
                {edges.map(({ node: { person } }) => (
                  <li key={person.id}>{person.displayName}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </QueryView>
  )
}

interface VersionHistoryProps {
  readonly version: GuidanceVersionDetail
  readonly before: GuidanceVersionDetail | undefined
}

const SIGNS = { KEPT: ' ', ADDED: '+', REMOVED: '−' } as const

function VersionHistory({ version, before }: VersionHistoryProps) {
  const { number, standing, changeSummary, effectiveFrom, publishedBy, body } = version
  return (
    <details>
      <summary>
        Version {number}, {enumWords(standing).toLowerCase()}, from <InstantText at={effectiveFrom} />
      </summary>
      <p>
        {changeSummary} {publishedBy && `Published by ${publishedBy.displayName}.`}
      </p>
      <pre className="guidance-changes">
        {lineChanges(before?.body ?? '', body)
          .map(({ line, change: kind }) => `${SIGNS[kind]} ${line}`)
          .join('\n')}
      </pre>
    </details>
  )
}
