import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import type { Choice } from '../../form/form-field.ts'
import { useSeenVersion, type SeenFact } from '../../form/seen-version.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { PERSON_ACTIONS, PERSON_COMMANDS, PERSON_PERMISSIONS, type PersonAction } from './person-commands.ts'
import { PersonQuery, type GrantRow, type PersonDetail } from './person.documents.ts'
import { grantWords } from './role-grants.ts'

/** The form of one action on one person. */
export function PersonActionPage() {
  const { id, action } = useParams({ from: '/people/$id/$action' })
  const { grant: grantId } = useSearch({ from: '/people/$id/$action' })
  const [state, retry] = useQuery({ query: PersonQuery, variables: { id } })
  const permission = isOneOf(PERSON_ACTIONS, action) ? PERSON_PERMISSIONS[action] : 'role.grant'
  const mayAct = useMayEver(permission)
  if (!isOneOf(PERSON_ACTIONS, action)) return <RecordMissing noun="action" />
  if (!mayAct) return <ForbiddenNotice title={PERSON_COMMANDS[action].label} permission={permission} />
  return (
    <QueryView state={state} what="the person" onRetry={retry}>
      {({ node, components }) => {
        if (node?.__typename !== 'Person') return <RecordMissing noun="person" />
        const grant = node.roleGrants.find((held) => held.id === grantId) ?? null
        if (action === 'revokeRole' && grant === null) return <RecordMissing noun="role" />
        const choices = components.map(({ id: value, code, name }) => ({ value, label: `${code}, ${name}` }))
        return (
          <PersonActionForm
            key={`${node.id} ${action} ${grantId ?? ''}`}
            person={node}
            action={action}
            grant={grant}
            components={choices}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }}
    </QueryView>
  )
}

interface PersonActionFormProps {
  readonly person: PersonDetail
  readonly action: PersonAction
  readonly grant: GrantRow | null
  readonly components: readonly Choice[]
  readonly onReload: () => void
}

function PersonActionForm({ person, action, grant, components, onReload }: PersonActionFormProps) {
  const navigate = useNavigate()
  const command = PERSON_COMMANDS[action]
  const { seen, initial, newer } = useSeenVersion(person, FACTS_ONLY)
  const { id } = person
  return (
    <>
      <PageHeading title={`${command.label}: ${person.displayName}`} />
      {grant && <p className="usa-intro-small">{grantWords(grant)}</p>}
      <ChangeForm
        formKey={`person/${id}/${action}/${grant?.id ?? ''}`}
        fields={command.fields(components)}
        initial={initial}
        newer={newer}
        submitLabel={command.send}
        request={(values, idempotencyKey) => command.request(seen, grant, values, idempotencyKey)}
        onRefused={onReload}
        onDone={() => {
          showNotice(command.done)
          void navigate({ to: '/people/$id', params: { id } })
        }}
        cancel={
          <Link to="/people/$id" params={{ id }} className="usa-button usa-button--unstyled">
            Back to the person
          </Link>
        }
      />
    </>
  )
}

function seenFacts({ state, rightsSuspendedAt, roleGrants }: PersonDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'rights', label: 'Rights', value: rightsSuspendedAt === null ? 'Held' : 'Suspended' },
    ...roleGrants.map((grant) => ({
      name: `grant ${grant.id}`,
      label: grantWords(grant),
      value: grant.revokedAt === null ? 'Held' : 'Taken back',
    })),
  ]
}

const FACTS_ONLY = { initial: () => ({}), facts: seenFacts }
