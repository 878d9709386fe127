/**
 * Kinds of records that nearly every change touches. A list query names them so that the document cache reads the
 * list again after a change, even while the list itself is empty and holds none of them.
 */
export const CHANGING_RECORDS = {
  additionalTypenames: [
    'Account',
    'Platform',
    'Person',
    'RoleGrant',
    'Migration',
    'MigrationRow',
    'Exception',
    'Delegation',
    'AccessGrant',
    'PrivacyApproval',
    'Incident',
    'ModerationAction',
    'SecurityAttestation',
    'CertificationPart',
    'Risk',
    'RiskMitigation',
  ],
}
