import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { PrivacyOfAccess } from '../privacy-approval/privacy-of-record.tsx'
import { accessActionLabel, accessStateReason } from './access-commands.ts'
import { AccessQuery, type AccessDetail } from './access-grant.documents.ts'
import { accessStateWords, accessTitle, ACCESS_TONES } from './access-words.ts'

/** One record of access: to what, for whom, until when, and what may be done with it. */
export function AccessPage() {
  const { id } = useParams({ from: '/access/$id' })
  const [state, retry] = useQuery({ query: AccessQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the record of access" onRetry={retry}>
      {({ accessGrant }) =>
        accessGrant ? <Access access={accessGrant} /> : <RecordMissing noun="record of access" />
      }
    </QueryView>
  )
}

function Access({ access }: { readonly access: AccessDetail }) {
  const { kind } = useSearch({ from: '/access/$id' })
  const { id, state, person, expiresOn, heldUntil } = access
  return (
    <RecordBody
      id={id}
      title={accessTitle(access)}
      path={`/access/${id}`}
      header={[
        {
          label: 'State',
          value: <StatusTag status={state} tone={ACCESS_TONES[state]} label={accessStateWords(access)} />,
        },
        { label: 'Whose', value: `${person.displayName} (${enumWords(person.affiliation)})` },
        { label: 'Ends on', value: <DateText date={expiresOn} /> },
        ...(heldUntil === null
          ? []
          : [{ label: 'Until then, while the renewal is decided', value: <DateText date={heldUntil} /> }]),
      ]}
      facts={accessFacts(access)}
      actions={access.availableActions}
      labelOf={accessActionLabel}
      stateReason={accessStateReason}
      linkTo={(action, label) => (
        <Link to="/access/$id/$action" params={{ id, action }} className="usa-button usa-button--outline">
          {label}
        </Link>
      )}
      decisions={access.decisions}
      kind={kind}
    />
  )
}

function accessFacts(access: AccessDetail) {
  const { kind, use, businessNeed, systemName, supervisor, requestedAt, provisionedAt, account, monitored } =
    access
  return [
    { label: 'Use (II.B)', value: enumWords(use) },
    { label: 'Mission need (V.B.4)', value: businessNeed },
    { label: 'From which system', value: systemName },
    { label: 'Supervisor', value: supervisor },
    {
      label: 'Official account',
      value: account ? (
        <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
          {account.title}
        </Link>
      ) : (
        'None: it is to look at others'
      ),
    },
    {
      label: 'Accounts looked at',
      value:
        monitored.length === 0 ? (
          'None'
        ) : (
          <ul className="usa-list">
            {monitored.map(({ profileUrl, platform, holder }) => (
              <li key={profileUrl}>
                {profileUrl} ({platform.name}; {enumWords(holder).toLowerCase()})
              </li>
            ))}
          </ul>
        ),
    },
    ...(kind === 'MONITOR'
      ? [{ label: 'Personal information (IV.C.2)', value: <PrivacyOfAccess access={access} /> }]
      : []),
    { label: 'Asked for', value: <InstantText at={requestedAt} /> },
    { label: 'Provided', value: provisionedAt === null ? 'Not yet' : <InstantText at={provisionedAt} /> },
  ]
}
