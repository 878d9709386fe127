import { change } from '@official-accounts/client/change'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import {
  addressOf,
  listOf,
  requiredValue,
  type Choice,
  type FormField,
  type FormValues,
} from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProposePlatformMutation } from './platform-changes.documents.ts'

const EXAMPLE_RULES = {
  hosts: ['example.gov'],
  parameters: { name: { characters: 'a-z0-9_', min: 1, max: 30 } },
  kinds: { account: { key: '{name}', handle: '{name}', url: 'https://example.gov/{name}' } },
  patterns: [{ match: '/{name}', means: 'ACCOUNT', kind: 'account' }],
}

const KINDS: readonly Choice[] = [
  { value: 'PROFILE', label: 'A platform on which the department would have accounts' },
  { value: 'TOOL', label: 'A service used as a tool, without accounts' },
]

const GENERAL: readonly FormField[] = [
  { name: 'name', label: 'Name', control: 'TEXT', required: true },
  { name: 'kind', label: 'What it is', control: 'CHOICE', required: true, choices: KINDS },
  {
    name: 'homepageUrl',
    label: 'Its own site',
    control: 'ADDRESS',
    required: true,
    hint: 'The https address.',
  },
  { name: 'purpose', label: 'What the department would use it for', control: 'LONG_TEXT', required: true },
]

const RULES: FormField = {
  name: 'rules',
  label: 'Address rules',
  control: 'CODE',
  required: true,
  hint: 'JSON: hosts, and how an address on them names an account.',
}

const DOMAINS: FormField = {
  name: 'hosts',
  label: 'Its domains',
  control: 'TEXT',
  hint: 'Separated by commas; that of its own site when left empty. Network teams read them (IV.B.2).',
}

/** A tool has domains and no rules: there is no account that an address could name. */
function fieldsFor({ kind }: FormValues): readonly FormField[] {
  return [...GENERAL, kind === 'TOOL' ? DOMAINS : RULES]
}

/** The proposal of a platform; its reviews are due from then on (IV.A.2). */
export function ProposePage() {
  const navigate = useNavigate()
  if (!useMayEver('platform.propose'))
    return <ForbiddenNotice title="Propose a platform or service" permission="platform.propose" />
  return (
    <>
      <PageHeading title="Propose a platform or service" />
      <p className="usa-intro-small">
        The reviews that apply follow, by five offices, then the Assistant Secretary’s approval. Nobody
        decides on a platform they proposed (V.B.2).
      </p>
      <ChangeForm
        formKey="platform/propose"
        fields={fieldsFor}
        initial={{ kind: 'PROFILE', rules: JSON.stringify(EXAMPLE_RULES, null, 2) }}
        submitLabel="Propose the platform"
        request={(values, idempotencyKey) =>
          change(ProposePlatformMutation, {
            name: requiredValue(values, 'name'),
            homepageUrl: addressOf(values, 'homepageUrl') ?? '',
            purpose: requiredValue(values, 'purpose'),
            ...service(values),
            idempotencyKey,
          })
        }
        after={(name, { rules = '' }) => name === 'rules' && <RulesReading text={rules} />}
        onDone={({ id }) => {
          showNotice('The platform was proposed. Its reviews are due.')
          void navigate({ to: '/records/$id', params: { id } })
        }}
        cancel={
          <Link to="/platforms" className="usa-button usa-button--unstyled">
            Back to the platforms; the draft is kept
          </Link>
        }
      />
    </>
  )
}

function service(values: FormValues) {
  return values['kind'] === 'TOOL'
    ? { kind: 'TOOL' as const, rules: null, hosts: listOf(values, 'hosts') }
    : { kind: 'PROFILE' as const, rules: readJson(requiredValue(values, 'rules')), hosts: null }
}

function RulesReading({ text }: { readonly text: string }) {
  const { issues } = parsePlatformRules(readJson(text))
  return (
    <div role="status" className="address-reading">
      {issues === null ? (
        <p>These rules can be read.</p>
      ) : (
        <ul className="usa-list">
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
