import { describe, expect, test } from 'vitest'
import { checkAcknowledgement, checkGuidanceFollowed, checkGuidancePublication } from './guidance-rules.ts'
import { guidanceStanding, versionsInForce, type ProcedureVersion } from './guidance.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const day = (date: string) => new Date(`${date}T00:00:00Z`)

function version(
  number: number,
  effectiveFrom: string,
  more: Partial<ProcedureVersion> = {},
): ProcedureVersion {
  return {
    id: `v${number}`,
    documentId: 'document',
    number,
    title: 'Approving content',
    roles: ['COMPONENT_DIRECTOR'],
    effectiveFrom: day(effectiveFrom),
    publishedAt: day(effectiveFrom),
    processesReviewedBy: null,
    acknowledged: false,
    ...more,
  }
}

describe('IV.A.3: of each document the newest version that has begun is in force', () => {
  const versions = [version(1, '2026-01-01'), version(2, '2026-06-01'), version(3, '2027-01-01')]
  test('what comes later waits, what came before is replaced', () => {
    const standings = versions.map((one) => guidanceStanding(one, versions, NOW))
    expect(standings).toEqual(['REPLACED', 'IN_FORCE', 'UPCOMING'])
  })
  test('documents do not replace each other', () => {
    const other = version(1, '2026-01-01', { id: 'other', documentId: 'other' })
    expect(versionsInForce([...versions, other], NOW).map(({ id }) => id)).toEqual(['v2', 'other'])
  })
})

describe('IV.E.2: a component’s role follows what is in force for it', () => {
  const open = version(1, '2026-01-01')
  test('not acknowledged, it holds a director back and nobody else', () => {
    expect(checkGuidanceFollowed('COMPONENT_DIRECTOR', [open], NOW)).toMatchObject({ clauses: ['IV.E.2'] })
    expect(checkGuidanceFollowed('ACCOUNT_MANAGER', [open], NOW)).toBeNull()
    expect(checkGuidanceFollowed('OPA', [{ ...open, roles: ['OPA'] }], NOW)).toBeNull()
    expect(checkGuidanceFollowed(null, [open], NOW)).toBeNull()
  })
  test('acknowledged, upcoming or absent, it holds nobody back', () => {
    expect(checkGuidanceFollowed('COMPONENT_DIRECTOR', [{ ...open, acknowledged: true }], NOW)).toBeNull()
    expect(checkGuidanceFollowed('COMPONENT_DIRECTOR', [version(1, '2027-01-01')], NOW)).toBeNull()
    expect(checkGuidanceFollowed('COMPONENT_DIRECTOR', [], NOW)).toBeNull()
  })
})

describe('bad input', () => {
  test('an acknowledgement is never dated back or ahead', () => {
    const fresh = { standing: 'IN_FORCE', acknowledged: false } as const
    const path = (on: string | null) => checkAcknowledgement(fresh, on, NOW)
    expect(path(null)).toBeNull()
    expect(path('2026-11-22')).toBeNull()
    for (const on of ['2026-11-21', '2026-11-23']) {
      expect(path(on)).toMatchObject({ issues: [{ path: 'acknowledgedOn' }] })
    }
  })
  test('nor is a publication, whoever publishes', () => {
    const late = { kind: 'GUIDANCE', effectiveFrom: day('2026-11-01'), processesReviewedBy: null } as const
    const roles = [{ role: 'OPA' as const, componentIds: [] }]
    const opa = { kind: 'PERSON', personId: 'p', displayName: 'P', roles, acr: null } as const
    expect(checkGuidancePublication(opa, late, NOW)).toMatchObject({ issues: [{ path: 'effectiveFrom' }] })
    expect(checkGuidancePublication(opa, { ...late, effectiveFrom: NOW }, NOW)).toBeNull()
    expect(checkGuidancePublication(opa, { ...late, kind: 'POLICY' }, NOW)).toMatchObject({
      clauses: ['OIG.3'],
    })
  })
})
