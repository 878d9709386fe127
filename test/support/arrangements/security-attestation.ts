import { insertSecurityPolicy } from '../security-policies.ts'
import { insertAccount, nextNumber } from '../records.ts'
import { bystander, type Arrange } from './arrange.ts'

/** An attestation to which no policy of a test objects. */
export const GOOD_STATEMENT = {
  multiFactor: true,
  custody: 'NO_SHARED_CREDENTIAL',
  recoveryDomain: 'cbp.dhs.gov',
  publishingTools: [],
  administrators: 2,
} as const

/** For every mutation of this module a record on which it succeeds. */
export const securityAttestationArrangements = {
  publishSecurityPolicy: async () => ({
    title: `How accounts are secured, part ${nextNumber()}`,
    text: 'Sign in with more than one factor.',
    authorizedTools: ['Test publisher'],
    rotationDays: 90,
  }),
  attestAccountSecurityPolicy: async (app, component) => {
    await insertSecurityPolicy(app)
    return {
      accountId: await insertAccount(app, 'ACTIVE', { component, primary: bystander(component) }),
      ...GOOD_STATEMENT,
    }
  },
} satisfies Readonly<Record<string, Arrange>>
