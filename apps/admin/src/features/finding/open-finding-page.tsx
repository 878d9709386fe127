import { change } from '@official-accounts/client/change'
import { graphql } from '@official-accounts/client/graphql'
import { SEVERITIES } from '@official-accounts/domain/compliance/compliance'
import { CLAUSE_IDS, CLAUSES } from '@official-accounts/domain/directive/clauses'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, valueOf, type Choice, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import { OpenFindingMutation } from './finding-changes.documents.ts'

const FindingComponentsQuery = graphql(`
  query FindingComponents {
    components {
      id
      code
      name
    }
  }
`)

const COMMON: readonly FormField[] = [
  {
    name: 'clause',
    label: 'Clause',
    control: 'CHOICE',
    required: true,
    choices: CLAUSE_IDS.map((id) => ({ value: id, label: `${id} ${CLAUSES[id].title}` })),
  },
  {
    name: 'severity',
    label: 'Weight',
    control: 'CHOICE',
    choices: SEVERITIES.map((value) => ({ value, label: enumWords(value) })),
    hint: 'Medium when left open.',
  },
  { name: 'detail', label: 'What is the matter', control: 'LONG_TEXT', required: true },
]

/** Opens a finding by hand: about the account or platform the address names, or about a component (IV.A.5). */
export function OpenFindingPage() {
  const [state, retry] = useQuery({ query: FindingComponentsQuery })
  if (!useMayEver('finding.open')) return <ForbiddenNotice title="Open a finding" permission="finding.open" />
  return (
    <QueryView state={state} what="the components" onRetry={retry}>
      {({ components }) => (
        <OpenFindingForm
          components={components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` }))}
        />
      )}
    </QueryView>
  )
}

function OpenFindingForm({ components }: { readonly components: readonly Choice[] }) {
  const navigate = useNavigate()
  const { account, platform } = useSearch({ from: '/findings/open' })
  const isNamed = account !== undefined || platform !== undefined
  const component: FormField = {
    name: 'componentId',
    label: 'Component',
    control: 'CHOICE',
    required: true,
    choices: components,
  }
  return (
    <>
      <PageHeading title="Open a finding" />
      <p className="usa-intro-small">
        {account && 'About the account you came from. '}
        {platform && 'About the platform you came from. '}
        Records what breaks a clause. What the registry can tell by itself is found by itself.
      </p>
      <ChangeForm
        formKey={`finding/open/${account ?? platform ?? ''}`}
        fields={isNamed ? COMMON : [component, ...COMMON]}
        initial={{}}
        submitLabel="Open the finding"
        request={(values, idempotencyKey) =>
          change(OpenFindingMutation, {
            accountId: account ?? null,
            platformId: platform ?? null,
            componentId: isNamed ? null : valueOf(values, 'componentId'),
            clause: requiredValue(values, 'clause'),
            severity: choiceOf(SEVERITIES, values['severity']) ?? null,
            detail: requiredValue(values, 'detail'),
            idempotencyKey,
          })
        }
        onDone={({ id }) => {
          showNotice('The finding was opened.')
          void navigate({ to: '/findings/$id', params: { id } })
        }}
        cancel={
          <Link to="/findings" className="usa-button usa-button--unstyled">
            Back to the findings; the draft is kept
          </Link>
        }
      />
    </>
  )
}
