import { change } from '@official-accounts/client/change'
import {
  CREDENTIAL_CUSTODIES,
  type CredentialCustody,
} from '@official-accounts/domain/security-attestation/security-attestation'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import {
  listOf,
  numberOf,
  requiredValue,
  valueOf,
  type FormField,
  type FormValues,
} from '../../form/form-field.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { choicesFrom } from '../account/account-fields.ts'
import { AccountQuery, type AccountDetail } from '../account/account.documents.ts'
import { AttestAccountSecurityPolicyMutation } from './security-policy.documents.ts'

const FIELDS: readonly FormField[] = [
  {
    name: 'multiFactor',
    label: 'Signing in takes more than one factor',
    control: 'CHOICE',
    required: true,
    choices: choicesFrom(['YES', 'NO']),
  },
  {
    name: 'custody',
    label: 'How the credential is kept',
    control: 'CHOICE',
    required: true,
    choices: choicesFrom(CREDENTIAL_CUSTODIES),
    hint: 'How, and never what: no credential is typed here.',
  },
  {
    name: 'lastRotatedOn',
    label: 'Shared credential last changed',
    control: 'DATE',
    hint: 'Needed where a credential is shared.',
  },
  {
    name: 'recoveryDomain',
    label: 'Domain of the recovery address',
    control: 'TEXT',
    required: true,
    hint: 'A government domain such as agency.gov; not the address.',
  },
  {
    name: 'publishingTools',
    label: 'Publishing tools in use',
    control: 'TEXT',
    hint: 'Separated by commas.',
  },
  { name: 'administrators', label: 'Number of administrators', control: 'NUMBER', required: true },
]

/** The form by which the security of an account is attested (IV.B.3). */
export function AttestPage() {
  const { slug } = useParams({ from: '/accounts/$slug/attestAccountSecurityPolicy' })
  const [state, retry] = useQuery({ query: AccountQuery, variables: { slug }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the account" onRetry={retry}>
      {({ account }) =>
        account === null ? <RecordMissing noun="account" /> : <AttestForm account={account} />
      }
    </QueryView>
  )
}

function AttestForm({ account }: { readonly account: AccountDetail }) {
  const navigate = useNavigate()
  const { id: accountId, slug, title, version: expectedVersion, securityStanding } = account
  const blocker = securityStanding?.availableAction.blockedBy ?? null
  return (
    <>
      <PageHeading title={`Attest the security of ${title}`} />
      <p className="usa-intro-small">
        Attested against the security policy in force. What you say is kept with your name and the day.
      </p>
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`account/${slug}/attestAccountSecurityPolicy`}
        fields={FIELDS}
        initial={{ administrators: account.administrators?.toString() ?? '' }}
        submitLabel="Attest it"
        request={(values, idempotencyKey) =>
          change(AttestAccountSecurityPolicyMutation, {
            accountId,
            ...statementOf(values),
            expectedVersion,
            idempotencyKey,
          })
        }
        onDone={() => {
          showNotice('The security of the account was attested.')
          void navigate({ to: '/accounts/$slug', params: { slug }, search: { tab: 'security' } })
        }}
        cancel={
          <Link to="/accounts/$slug" params={{ slug }} className="usa-button usa-button--unstyled">
            Back to the account
          </Link>
        }
      />
    </>
  )
}

const MOST_CAREFUL: CredentialCustody = 'HELD_PERSONALLY'

function statementOf(values: FormValues) {
  return {
    multiFactor: valueOf(values, 'multiFactor') === 'YES',
    custody: choiceOf(CREDENTIAL_CUSTODIES, values['custody']) ?? MOST_CAREFUL,
    lastRotatedOn: valueOf(values, 'lastRotatedOn'),
    recoveryDomain: requiredValue(values, 'recoveryDomain'),
    publishingTools: listOf(values, 'publishingTools'),
    administrators: numberOf(values, 'administrators') ?? 0,
  }
}
