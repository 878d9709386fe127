import { expect, test } from 'vitest'
import { approvalSteps } from './approval-steps.ts'

const REQUEST = {
  state: 'ENDORSED',
  imported: false,
  permittedById: null,
  securityAttestation: null,
  civilRightsAdvice: null,
  riskKeys: [],
} as const

function standings(changes: object): readonly string[] {
  return approvalSteps({ ...REQUEST, ...changes }).map(({ standing }) => standing)
}

test.each([
  [
    'a new request waits for its director alone',
    { state: 'REQUESTED' },
    'WAITING NOT_YET NOT_NEEDED NOT_YET NOT_YET',
  ],
  ['an endorsed one waits for CIO and OPA', {}, 'GIVEN WAITING NOT_NEEDED WAITING NOT_YET'],
  ['a risk asks for CRCL', { riskKeys: ['a'] }, 'GIVEN WAITING WAITING WAITING NOT_YET'],
  [
    'what is attested and permitted waits for ASPA',
    { securityAttestation: 'ATTESTED', permittedById: 'x' },
    'GIVEN GIVEN NOT_NEEDED GIVEN WAITING',
  ],
  [
    'what is not attested does not',
    { securityAttestation: 'NOT_ATTESTED', permittedById: 'x' },
    'GIVEN AGAINST NOT_NEEDED GIVEN NOT_YET',
  ],
  [
    'advice against it blocks nobody',
    { securityAttestation: 'ATTESTED', permittedById: 'x', riskKeys: ['a'], civilRightsAdvice: 'NON_CONCUR' },
    'GIVEN GIVEN AGAINST GIVEN WAITING',
  ],
])('%s', (_what, changes, expected) => {
  expect(standings(changes).join(' ')).toBe(expected)
})

test('an imported account has no steps', () => {
  expect(approvalSteps({ ...REQUEST, imported: true })).toEqual([])
})
