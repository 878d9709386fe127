import { ATTESTATION_ORDER } from '@official-accounts/db/facts/attestation-facts'
import { CREDENTIAL_CUSTODIES } from '@official-accounts/domain/security-attestation/security-attestation'
import { builder } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'

export const CredentialCustodyEnum = describedEnum(
  'CredentialCustody',
  'How the credential of an account is kept; what it is, is never asked (IV.B.3).',
  CREDENTIAL_CUSTODIES,
  {
    NO_SHARED_CREDENTIAL: 'There is none: people sign in as themselves, by the platform’s own roles.',
    DEPARTMENT_VAULT: 'In a vault of the department.',
    NAMED_CUSTODIAN: 'With a custodian whom the office has named.',
    HELD_PERSONALLY: 'With somebody on their own: may be said, and is refused unless excepted.',
  },
)

export const SecurityPolicyNode = builder.prismaNode('SecurityPolicy', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A version of the security policy for accounts; none is ever changed (IV.B.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Which version.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    text: t.exposeString('text', { description: 'What it asks.' }),
    authorizedTools: t.exposeStringList('authorizedTools', {
      description: 'The publishing tools that may be used.',
    }),
    rotationDays: t.exposeInt('rotationDays', {
      nullable: true,
      description: 'After how many days a shared credential is changed; null where it says nothing.',
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'From when it counts.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    publishedBy: t.relation('publishedBy', {
      nullable: true,
      description: 'Who published it, where you may see that.',
    }),
  }),
})

export const SecurityAttestationNode = builder.prismaNode('SecurityAttestation', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'What somebody attested of an account’s security, against a version of the policy (IV.B.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    multiFactor: t.exposeBoolean('multiFactor', {
      description: 'Whether signing in takes more than one factor.',
    }),
    custody: t.expose('custody', { type: CredentialCustodyEnum, description: 'Who keeps the credential.' }),
    recoveryDomain: t.exposeString('recoveryDomain', {
      description: 'The domain of the recovery address; the address itself is not kept.',
    }),
    publishingTools: t.exposeStringList('publishingTools', {
      description: 'The publishing tools in use.',
    }),
    administrators: t.exposeInt('administrators', { description: 'How many administer it.' }),
    lastRotatedOn: t.expose('lastRotatedOn', {
      type: 'Date',
      nullable: true,
      description: 'When a shared credential was last changed; null where there is none.',
    }),
    usedExceptionIds: t.exposeStringList('usedExceptionIds', {
      description: 'The exceptions without which it would have been refused (V.B.12).',
    }),
    attestedAt: t.expose('attestedAt', { type: 'DateTime', description: 'When.' }),
    attestedBy: t.relation('attestedBy', { nullable: true, description: 'Who, where you may see that.' }),
    policy: t.relation('policy', { description: 'Against which version of the policy.' }),
    account: t.relation('account', { description: 'Of which account.' }),
  }),
})

builder.prismaObjectField('Account', 'securityAttestations', (t) =>
  t.relation('securityAttestations', {
    description: 'What was attested of its security, the newest first (IV.B.3).',
    query: { orderBy: ATTESTATION_ORDER },
  }),
)
