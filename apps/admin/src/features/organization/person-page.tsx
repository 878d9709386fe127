import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Timeline } from '../../record/timeline.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import { PersonQuery, type PersonDetail } from './person.documents.ts'
import { RoleGrantTable } from './role-grant-table.tsx'

/** One person: how they belong here, the roles they hold and held, and what an administrator may do. */
export function PersonPage() {
  const { id } = useParams({ from: '/people/$id' })
  const [state, retry] = useQuery({ query: PersonQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the person" onRetry={retry}>
      {({ node }) =>
        node?.__typename === 'Person' ? (
          <>
            <PageHeading title={node.displayName} />
            <PersonFacts person={node} />
            <PersonActions person={node} />
            <RoleGrantTable person={node} />
            <Timeline subject={node.id} />
          </>
        ) : (
          <RecordMissing noun="person" />
        )
      }
    </QueryView>
  )
}

function PersonFacts({ person }: { readonly person: PersonDetail }) {
  return (
    <FactList
      facts={[
        { label: 'State', value: person.state === 'ACTIVE' ? 'May act' : 'May no longer act' },
        { label: 'Address', value: person.email },
        { label: 'Affiliation (II.C)', value: enumWords(person.affiliation) },
        {
          label: 'Works for',
          value: person.component?.name ?? person.organizationName ?? 'The department’s own offices',
        },
      ]}
    />
  )
}

function PersonActions({ person: { id, state } }: { readonly person: PersonDetail }) {
  const mayGrant = useMayEver('role.grant')
  const mayDeactivate = useMayEver('person.deactivate')
  const offered = [
    { action: 'grantRole', label: 'Grant a role', shown: mayGrant && state === 'ACTIVE' },
    { action: 'deactivatePerson', label: 'Deactivate', shown: mayDeactivate && state === 'ACTIVE' },
    { action: 'reactivatePerson', label: 'Reactivate', shown: mayDeactivate && state !== 'ACTIVE' },
  ].filter(({ shown }) => shown)
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
