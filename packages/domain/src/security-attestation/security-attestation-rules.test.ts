import { describe, expect, test } from 'vitest'
import type { AccountFacts } from '../account/account.ts'
import { judgeStatement } from './security-attestation-rules.ts'
import type { SecurityPolicyTerms, SecurityStatement } from './security-attestation.ts'

const NOW = new Date('2027-03-10T12:00:00Z')
const POLICY: SecurityPolicyTerms = {
  id: 'v1',
  number: 1,
  effectiveFrom: new Date('2027-01-01T00:00:00Z'),
  authorizedTools: ['Sprinklr'],
  rotationDays: 90,
}
const GOOD: SecurityStatement = {
  multiFactor: true,
  custody: 'DEPARTMENT_VAULT',
  recoveryDomain: 'cbp.dhs.gov',
  publishingTools: ['sprinklr'],
  administrators: 2,
  lastRotatedOn: new Date('2027-02-01T00:00:00Z'),
}
const ACCOUNT = { exceptions: [] as AccountFacts['exceptions'] } as AccountFacts

function judged(changes: Partial<SecurityStatement>, account = ACCOUNT) {
  return judgeStatement({ ...GOOD, ...changes }, account, POLICY, NOW)
}

describe('IV.B.3: what an attestation has to say', () => {
  test('a statement that keeps to the policy is taken', () => {
    expect(judged({})).toEqual({ refusal: null, exceptionIds: [] })
  })
  test.each([
    ['one factor', { multiFactor: false }],
    ['a credential that one person holds', { custody: 'HELD_PERSONALLY' }],
    ['one administrator', { administrators: 1 }],
    ['a recovery address elsewhere', { recoveryDomain: 'mail.example.com' }],
    ['a domain that only ends like a government’s', { recoveryDomain: 'notgov.com' }],
    ['a tool that is not authorized', { publishingTools: ['Sprinklr', 'Buffer'] }],
    ['a credential changed too long ago', { lastRotatedOn: new Date('2026-12-09T00:00:00Z') }],
  ] as const)('%s is refused', (_what, changes) => {
    expect(judged(changes).refusal).toMatchObject({ code: 'POLICY_REFUSAL', clauses: ['IV.B.3'] })
  })
  test.each([
    ['an address instead of a domain', { recoveryDomain: 'somebody@cbp.dhs.gov' }],
    ['a day that has not come', { lastRotatedOn: new Date('2027-04-01T00:00:00Z') }],
    ['no day of the last change', { lastRotatedOn: null }],
  ] as const)('%s is a slip of the pen', (_what, changes) => {
    expect(judged(changes).refusal?.code).toBe('INVALID_INPUT')
  })
  test('without a shared credential nothing is changed regularly', () => {
    expect(judged({ custody: 'NO_SHARED_CREDENTIAL', lastRotatedOn: null }).refusal).toBeNull()
  })
  test('an exception in force lets pass what it names and is remembered (V.B.12)', () => {
    const exceptions: AccountFacts['exceptions'] = [
      {
        id: 'exception',
        clauses: ['IV.B.3'],
        componentId: null,
        platformId: null,
        accountId: 'account',
        validFrom: POLICY.effectiveFrom,
        validUntil: new Date('2028-01-01T00:00:00Z'),
      },
    ]
    const account = { ...ACCOUNT, exceptions }
    expect(judged({ multiFactor: false }, account)).toEqual({ refusal: null, exceptionIds: ['exception'] })
    expect(judged({ lastRotatedOn: null }, account).refusal?.code).toBe('INVALID_INPUT')
  })
})
