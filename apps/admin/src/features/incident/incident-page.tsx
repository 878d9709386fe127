import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { RaiseRiskLink } from '../risk/raise-risk-link.tsx'
import { incidentActionLabel, incidentStateReason } from './incident-commands.ts'
import { INCIDENT_KIND_WORDS, INCIDENT_TONES, incidentTitle } from './incident-words.ts'
import { IncidentQuery, type IncidentDetail } from './incident.documents.ts'

/** One incident: what was seen, how far its containment and recovery are, and what may be done. */
export function IncidentPage() {
  const { id } = useParams({ from: '/incidents/$id' })
  const [state, retry] = useQuery({ query: IncidentQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the incident" onRetry={retry}>
      {({ incident }) => (incident ? <Incident incident={incident} /> : <RecordMissing noun="incident" />)}
    </QueryView>
  )
}

function Incident({ incident }: { readonly incident: IncidentDetail }) {
  const { kind: part } = useSearch({ from: '/incidents/$id' })
  const { id, kind, state, reportedAt } = incident
  return (
    <>
      <RecordBody
        id={id}
        title={incidentTitle(incident)}
        path={`/incidents/${id}`}
        header={[
          { label: 'State', value: <StatusTag status={state} tone={INCIDENT_TONES[state]} /> },
          { label: 'Kind', value: INCIDENT_KIND_WORDS[kind] },
          { label: 'Reported', value: <InstantText at={reportedAt} /> },
        ]}
        facts={incidentFacts(incident)}
        actions={incident.availableActions}
        labelOf={incidentActionLabel}
        stateReason={incidentStateReason}
        linkTo={(action, label) => (
          <Link
            to="/incidents/$id/$action"
            params={{ id, action }}
            className="usa-button usa-button--outline"
          >
            {label}
          </Link>
        )}
        decisions={null}
        kind={part}
      />
      <RaiseRiskLink subject={{ incident: id }} />
    </>
  )
}

function incidentFacts(incident: IncidentDetail) {
  const { account, evidence, outcome } = incident
  return [
    {
      label: incident.kind === 'COMPROMISE' ? 'Account' : 'Our account that it looks like',
      value: account && (
        <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
          {account.title}
        </Link>
      ),
    },
    { label: 'Evidence', value: evidence },
    ...(incident.kind === 'COMPROMISE' ? recoveryFacts(incident) : impostorFacts(incident)),
    { label: 'Outcome', value: outcome && enumWords(outcome) },
    { label: 'After-action report', value: incident.afterAction },
    { label: 'Reported by', value: incident.reportedBy?.displayName ?? 'Somebody you do not see' },
  ]
}

function impostorFacts({ address, likeness, likenessScore, platformReference }: IncidentDetail) {
  return [
    { label: 'The impostor’s address', value: address },
    {
      label: 'How much the names look alike',
      value: likeness ? `${likenessScore} of 7: ${enumWords(likeness).toLowerCase()}` : 'Not at all',
    },
    { label: 'The platform’s reference', value: platformReference },
  ]
}

function recoveryFacts(incident: IncidentDetail) {
  return [
    { label: 'Public notice', value: incident.publicNotice && <Notice incident={incident} /> },
    { label: 'Recovery', value: <Checklist steps={incident.checklist} /> },
    { label: 'The platform’s reference', value: incident.platformReference },
  ]
}

function Notice({ incident }: { readonly incident: IncidentDetail }) {
  const { publicNotice, noticeLanguage, noticePublishedAt, noticeWithdrawnAt } = incident
  return (
    <>
      <p lang={noticeLanguage ?? 'en'}>{publicNotice}</p>
      {noticePublishedAt && (
        <p>
          Public since <InstantText at={noticePublishedAt} />
          {noticeWithdrawnAt && (
            <>
              {' '}
              until <InstantText at={noticeWithdrawnAt} />
            </>
          )}
          .
        </p>
      )}
    </>
  )
}

function Checklist({ steps }: { readonly steps: IncidentDetail['checklist'] }) {
  if (steps.length === 0) return 'It begins once the incident is contained'
  return (
    <ol className="usa-list">
      {steps.map(({ text, doneAt }) => (
        <li key={text}>
          {text}{' '}
          {doneAt === null ? (
            'Not done yet.'
          ) : (
            <>
              Done <InstantText at={doneAt} />.
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
