/** A list of the registry that can be written out: its root field, and what is asked of each record. */
export interface ExportKind {
  readonly root: string
  readonly filterType: string
  readonly selection: string
}

/** What `registry export` and `registry audit` write, by what it is called on the command line. */
export const EXPORT_KINDS = {
  accounts: {
    root: 'accounts',
    filterType: 'AccountFilter',
    selection: `id slug title component { code } platform { slug } handle canonicalKey profileUrl state status vacant
      useCategory purpose language topics officialOutletUrl commentPolicyUrl privacyNoticeUrl loginModel administrators
      missionArea audience justification recordsCaptureMethod requestedAt permittedAt activatedAt claimBy claimedAt
      lastConfirmedOn suspendedAt retiredAt successor { slug } source listedOn observedStatus changedAt version`,
  },
  platforms: {
    root: 'platforms',
    filterType: 'PlatformFilter',
    selection: `id slug name alsoCalled kind state homepageUrl purpose accountCount personalLoginRequired termsNegotiated
      termsSigned termsSource prohibitedByLaw prohibitedOn changedAt version`,
  },
  audit: {
    root: 'auditEntries',
    filterType: 'AuditFilter',
    selection: `id seq occurredAt recordedAt actorKind actorId role action outcome subjectType subjectId clauses { id }
      reason changes requestId groupId delegationId hash`,
  },
} as const satisfies Record<string, ExportKind>
