import { accessGrantArrangements } from './arrangements/access-grant.ts'
import { accountArrangements } from './arrangements/account.ts'
import { certificationArrangements } from './arrangements/certification.ts'
import { delegationArrangements } from './arrangements/delegation.ts'
import { directoryArrangements } from './arrangements/directory.ts'
import { discoveredAccountArrangements } from './arrangements/discovered-account.ts'
import { exceptionArrangements } from './arrangements/exception.ts'
import { findingArrangements } from './arrangements/finding.ts'
import { guidanceArrangements } from './arrangements/guidance.ts'
import { incidentArrangements } from './arrangements/incident.ts'
import { migrationArrangements } from './arrangements/migration.ts'
import { moderationArrangements } from './arrangements/moderation.ts'
import { notificationArrangements } from './arrangements/notification.ts'
import { organizationArrangements } from './arrangements/organization.ts'
import { platformArrangements } from './arrangements/platform.ts'
import { policySettingArrangements } from './arrangements/policy-setting.ts'
import { riskArrangements } from './arrangements/risk.ts'
import { privacyApprovalArrangements } from './arrangements/privacy-approval.ts'
import { securityAttestationArrangements } from './arrangements/security-attestation.ts'
import { requestFormArrangements } from './arrangements/request-form.ts'
import { lawChecklistArrangements } from './arrangements/law-checklist.ts'
import type { Arrange } from './arrangements/arrange.ts'

/** For every mutation a record on which it succeeds. */
export const ARRANGEMENTS: Readonly<Record<string, Arrange>> = {
  ...accessGrantArrangements,
  ...accountArrangements,
  ...certificationArrangements,
  ...delegationArrangements,
  ...directoryArrangements,
  ...discoveredAccountArrangements,
  ...exceptionArrangements,
  ...findingArrangements,
  ...guidanceArrangements,
  ...incidentArrangements,
  ...migrationArrangements,
  ...moderationArrangements,
  ...notificationArrangements,
  ...organizationArrangements,
  ...platformArrangements,
  ...policySettingArrangements,
  ...riskArrangements,
  ...privacyApprovalArrangements,
  ...securityAttestationArrangements,
  ...requestFormArrangements,
  ...lawChecklistArrangements,
}

/** The arrangement of a mutation; a mutation without one fails the test that asks. */
export function arrangementOf(mutation: string): Arrange {
  const arrange = ARRANGEMENTS[mutation]
  if (arrange === undefined) throw new Error(`No arrangement is known for ${mutation}.`)
  return arrange
}
