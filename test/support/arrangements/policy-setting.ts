import { nextNumber } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

/** For every mutation of this module a record on which it succeeds. */
export const policySettingArrangements = {
  changePolicySetting: async (app) => {
    const { rows } = await app.owner.query(
      `select value from policy_setting where key = 'ATTESTATION_PERIOD_DAYS'`,
    )
    // Another value than it has: the same would be no change.
    const value = 100 + (nextNumber() % 900)
    return { key: 'ATTESTATION_PERIOD_DAYS', value: value === rows[0].value ? value + 1 : value, ...REASON }
  },
} satisfies Readonly<Record<string, Arrange>>
