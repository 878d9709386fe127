import { change } from '@official-accounts/client/change'
import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RISK_AREAS } from '@official-accounts/domain/risk/risk'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { RaiseRiskMutation } from './risk-changes.documents.ts'
import type { RaisedSubject } from './risk-search.ts'
import { AREA_WORDS } from './risk-words.tsx'

/** What a risk may be of, beside what the address names. */
const RiskChoicesQuery = graphql(`
  query RiskChoices {
    components {
      id
      code
      name
    }
    platforms(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

type Choices = ResultOf<typeof RiskChoicesQuery>

/** Puts a risk on record: of what the address names, or of a component or a platform (IV.C.3, IV.D.2). */
export function RaiseRiskPage() {
  const subject = useSearch({ from: '/risks/raise' })
  const navigate = useNavigate()
  const mayRaise = useMayEver('risk.raise')
  const [state, retry] = useQuery({ query: RiskChoicesQuery, requestPolicy: 'cache-first' })
  if (!mayRaise) return <ForbiddenNotice title="Raise a risk" permission="risk.raise" />
  const isNamed = subject.account !== undefined || subject.platform !== undefined
  return (
    <>
      <PageHeading title="Raise a risk" />
      <p className="usa-intro-small">
        {subject.account && 'Of the account you came from. '}
        {subject.platform && 'On the platform you came from. '}
        {isFromRecord(subject) && 'The record you came from is kept as where it was seen first. '}
        The office of its area assesses it: the Chief Privacy Officer, or the Officer for Civil Rights and
        Civil Liberties.
      </p>
      <QueryView state={state} what="the form" onRetry={retry}>
        {(choices) => (
          <ChangeForm
            formKey={`risk/raise/${Object.values(subject).join(' ')}`}
            fields={isNamed ? COMMON : [...subjectFields(choices), ...COMMON]}
            initial={{}}
            submitLabel="Raise the risk"
            request={(values, idempotencyKey) =>
              change(RaiseRiskMutation, { ...inputOf(values, subject), idempotencyKey })
            }
            onDone={({ id }) => {
              showNotice('The risk was raised. Its office is next.')
              void navigate({ to: '/risks/$id', params: { id } })
            }}
            cancel={
              <Link to="/risks" className="usa-button usa-button--unstyled">
                Back to the risks; the draft is kept
              </Link>
            }
          />
        )}
      </QueryView>
    </>
  )
}

function isFromRecord({ report, finding, incident }: RaisedSubject): boolean {
  return [report, finding, incident].some((id) => id !== undefined)
}

const COMMON: readonly FormField[] = [
  {
    name: 'area',
    label: 'What it endangers',
    control: 'CHOICE',
    required: true,
    choices: RISK_AREAS.map((value) => ({ value, label: AREA_WORDS[value] })),
  },
  { name: 'title', label: 'Title', control: 'TEXT', required: true },
  {
    name: 'description',
    label: 'What may happen',
    control: 'LONG_TEXT',
    required: true,
    hint: 'And to whom.',
  },
]

function subjectFields({ components, platforms }: Choices): readonly FormField[] {
  return [
    {
      name: 'componentId',
      label: 'Of this component',
      control: 'CHOICE',
      choices: components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` })),
      hint: 'The department’s own for the whole department. An account’s own page raises one of that account.',
    },
    {
      name: 'platformId',
      label: 'Or on this platform',
      control: 'CHOICE',
      choices: platforms.edges.map(({ node }) => ({ value: node.id, label: node.name })),
    },
  ]
}

function inputOf(values: FormValues, { account, platform, report, finding, incident }: RaisedSubject) {
  return {
    area: choiceOf(RISK_AREAS, values['area']) ?? 'PRIVACY',
    title: requiredValue(values, 'title'),
    description: requiredValue(values, 'description'),
    accountId: account ?? null,
    platformId: platform ?? valueOf(values, 'platformId'),
    componentId: valueOf(values, 'componentId'),
    reportId: report ?? null,
    findingId: finding ?? null,
    incidentId: incident ?? null,
  }
}
