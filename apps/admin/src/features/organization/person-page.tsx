import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordHeader } from '../../record/record-header.tsx'
import { Timeline } from '../../record/timeline.tsx'
import { useRecordPage } from '../../record/use-record-page.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { InstantText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { PersonQuery, type PersonDetail } from './person.documents.ts'
import { isHeld } from './role-grants.ts'
import { RoleGrantTable } from './role-grant-table.tsx'

/** One person: how they belong here, the roles they hold and held, and what an administrator may do. */
export function PersonPage() {
  const { id } = useParams({ from: '/people/$id' })
  const [state, retry] = useQuery({ query: PersonQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the person" onRetry={retry}>
      {({ node }) =>
        node?.__typename === 'Person' ? <Person person={node} /> : <RecordMissing noun="person" />
      }
    </QueryView>
  )
}

function Person({ person }: { readonly person: PersonDetail }) {
  const { kind } = useSearch({ from: '/people/$id' })
  const offered = useOfferedToPerson(person)
  useRecordPage({ title: person.displayName, path: `/people/${person.id}`, actions: offered })
  return (
    <>
      <PageHeading title={person.displayName} />
      <PersonHeader person={person} />
      <PersonActions person={person} offered={offered} />
      <RoleGrantTable person={person} />
      <Timeline subject={person.id} kind={kind} />
    </>
  )
}

function PersonHeader({ person }: { readonly person: PersonDetail }) {
  const now = new Date()
  const held = person.roleGrants.filter((grant) => isHeld(grant, now))
  const [ending] = held.flatMap(({ validUntil }) => validUntil ?? []).toSorted()
  return (
    <RecordHeader
      facts={[
        {
          label: 'State',
          value: <PersonStanding person={person} />,
        },
        {
          label: 'Works for',
          value: person.component?.name ?? person.organizationName ?? 'The department’s own offices',
        },
        { label: 'Affiliation (II.C)', value: enumWords(person.affiliation) },
        { label: 'Address', value: person.email ?? 'Not recorded' },
        { label: 'Next', value: ending ? <RoleEnd at={ending} /> : 'No role of theirs has an end' },
      ]}
    />
  )
}

function PersonStanding({ person: { state, rightsSuspendedAt } }: { readonly person: PersonDetail }) {
  if (state !== 'ACTIVE') return <StatusTag status={state} tone="ENDED" label="May no longer act" />
  if (rightsSuspendedAt === null) return <StatusTag status={state} tone="GOOD" label="May act" />
  return (
    <>
      <StatusTag status="SUSPENDED" tone="WARNING" label="Rights suspended" /> since{' '}
      <InstantText at={rightsSuspendedAt} /> (IV.A.5)
    </>
  )
}

function RoleEnd({ at }: { readonly at: string }) {
  return (
    <>
      A role ends <InstantText at={at} />
    </>
  )
}

function useOfferedToPerson({ state, rightsSuspendedAt }: PersonDetail) {
  const mayGrant = useMayEver('role.grant')
  const mayDeactivate = useMayEver('person.deactivate')
  const maySuspend = useMayEver('person.suspendRights')
  const isSuspended = rightsSuspendedAt !== null
  return [
    { action: 'grantRole', label: 'Grant a role', shown: mayGrant && state === 'ACTIVE' },
    { action: 'deactivatePerson', label: 'Deactivate', shown: mayDeactivate && state === 'ACTIVE' },
    { action: 'reactivatePerson', label: 'Reactivate', shown: mayDeactivate && state !== 'ACTIVE' },
    { action: 'suspendPersonRights', label: 'Suspend the rights', shown: maySuspend && !isSuspended },
    { action: 'restorePersonRights', label: 'Restore the rights', shown: maySuspend && isSuspended },
  ].filter(({ shown }) => shown)
}

interface PersonActionsProps {
  readonly person: PersonDetail
  readonly offered: readonly { readonly action: string; readonly label: string }[]
}

function PersonActions({ person: { id }, offered }: PersonActionsProps) {
  if (offered.length === 0)
    return <p className="usa-hint">Roles are granted and taken back by administrators of roles.</p>
  return (
    <div className="action-list__buttons">
      {offered.map(({ action, label }) => (
        <Link
          key={action}
          to="/people/$id/$action"
          params={{ id, action }}
          className="usa-button usa-button--outline"
        >
          {label}
        </Link>
      ))}
    </div>
  )
}
