import { attestAccountSecurityPolicy } from '@official-accounts/commands/security-attestation/attest-account-security-policy'
import { publishSecurityPolicy } from '@official-accounts/commands/security-attestation/publish-security-policy'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { CredentialCustodyEnum, SecurityAttestationNode, SecurityPolicyNode } from './types.ts'

const PublishSecurityPolicyInput = creationInput(
  'PublishSecurityPolicyInput',
  'The next version of the security policy for accounts (IV.B.3).',
  (t) => ({
    title: t.string({ required: true, description: 'Its title.' }),
    text: t.string({ required: true, description: 'What it asks of accounts.' }),
    authorizedTools: t.stringList({
      required: true,
      description: 'The publishing tools that may be used, by name.',
    }),
    rotationDays: t.int({ description: 'After how many days a shared credential is changed.' }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'From when; at once when not given.' }),
  }),
)

const AttestInput = changeInput(
  'AttestAccountSecurityPolicyInput',
  'What is attested of an account’s security. No credential and no address is asked for or kept (IV.B.3).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    multiFactor: t.boolean({ required: true, description: 'Whether signing in takes more than one factor.' }),
    custody: t.field({
      type: CredentialCustodyEnum,
      required: true,
      description: 'Who keeps the shared credential.',
    }),
    recoveryDomain: t.string({
      required: true,
      description: 'The domain of the recovery address, such as agency.gov; not the address.',
    }),
    publishingTools: t.stringList({ required: true, description: 'The publishing tools in use, by name.' }),
    administrators: t.int({ required: true, description: 'How many administer it.' }),
    lastRotatedOn: t.field({
      type: 'Date',
      description: 'When the shared credential was last changed; needed where there is one.',
    }),
  }),
)

const policyMutation = mutationsOf(SecurityPolicyNode, (read, query) =>
  read.securityPolicy.findFirstOrThrow(query),
)
const attestationMutation = mutationsOf(SecurityAttestationNode, (read, query) =>
  read.securityAttestation.findFirstOrThrow(query),
)

policyMutation(
  publishSecurityPolicy,
  PublishSecurityPolicyInput,
  'The Chief Information Officer publishes the next version of the security policy (IV.B.3).',
)
attestationMutation(
  attestAccountSecurityPolicy,
  AttestInput,
  'Attests an account’s security against the policy in force (IV.B.3).',
)
