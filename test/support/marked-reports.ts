import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { fill, mark } from './marks.ts'
import { insertRow, rawId } from './records.ts'

const PARTS = {
  specific_purpose: 'specificPurpose',
  available_information: 'availableInformation',
  intended_use: 'intendedUse',
  sharing: 'sharing',
  retention: 'retention',
  safeguards: 'safeguards',
  other_risks: 'otherRisks',
  records_system: 'recordsSystem',
}

/** A report on a platform's privacy whose every text says what it is, as the last of its office. Its global id. */
export async function insertMarkedReport(app: TestApp, platformId: string): Promise<string> {
  const id = newId()
  await insertRow(app, 'review_report', {
    id,
    kind: 'PRIVACY',
    outcome: 'FAILED',
    ...fill('DEPARTMENT', 'ReviewReport', {
      findings: 'findings',
      conditions: 'conditions',
      text_url: 'textUrl',
    }),
    reviewed_by_id: rawId(app.personId('privacy')),
    reviewed_at: new Date(),
  })
  await insertRow(app, 'privacy_assessment', {
    report_id: id,
    ...fill('DEPARTMENT', 'PrivacyAssessment', PARTS),
  })
  await insertRow(app, 'review_coverage', { report_id: id, platform_id: rawId(platformId) })
  await app.owner.query(
    `update platform_review set report_id = $1, previous_report_id = $1 where platform_id = $2 and kind = 'PRIVACY'`,
    [id, rawId(platformId)],
  )
  await app.owner.query(
    `update review_requirement set reason = $1, settled_by_id = $2, settled_at = now() where kind = 'RECORDS'`,
    [mark('DEPARTMENT', 'ReviewRequirement', 'reason'), rawId(app.personId('aspa'))],
  )
  return encodeGlobalID('ReviewReport', id)
}
