import { insertPlatform, nextNumber, rulesFor } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

function onPlatform(state: Parameters<typeof insertPlatform>[1], more: object = REASON): Arrange {
  return async (app) => ({ platformId: await insertPlatform(app, state), ...more })
}

/** For every mutation of this module a record on which it succeeds. */
export const platformArrangements = {
  proposePlatform: async () => {
    const number = nextNumber()
    const host = `proposed${number}.example`
    return {
      name: `Proposed ${number}`,
      homepageUrl: `https://${host}/`,
      purpose: 'To be heard there.',
      rules: rulesFor(host),
    }
  },
  recordPlatformReview: onPlatform('PROPOSED', {
    kind: 'SECURITY',
    outcome: 'PASSED',
    findings: 'Nothing stands against it.',
  }),
  recordPlatformTermsChange: onPlatform('APPROVED', {
    ...REASON,
    text: 'PRIVACY_POLICY',
    changedOn: '2026-01-31',
  }),
  settleReviewRequirement: async () => ({
    ...REASON,
    kind: 'RECORDS',
    dueDays: 1 + (nextNumber() % 300),
    validDays: 700,
    appliesTo: ['PROFILE'],
  }),
  approvePlatform: onPlatform('UNDER_REVIEW', {}),
  denyPlatform: onPlatform('UNDER_REVIEW'),
  suspendPlatform: onPlatform('APPROVED'),
  reinstatePlatform: onPlatform('SUSPENDED'),
  prohibitPlatform: onPlatform('APPROVED', {
    ...REASON,
    prohibitedByLaw: 'Test Act',
    prohibitedOn: '2022-12-29',
  }),
  retirePlatform: onPlatform('APPROVED'),
} satisfies Readonly<Record<string, Arrange>>
