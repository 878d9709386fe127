import { describe, vi } from 'vitest'
import { EXPECTED_READS } from './expected-reads.ts'
import { testReads } from './read-cases.ts'

// The first wall is taken away: whatever the application would have filtered, only the database keeps apart.
vi.mock(import('@official-accounts/db/visibility'), async (original) => ({
  ...(await original()),
  visibleAccounts: () => ({}),
  visiblePeople: () => ({}),
  visibleAudit: () => ({}),
  visibleFindings: () => ({}),
  visibleCertifications: () => ({}),
  visibleIncidents: () => ({}),
  visibleModeration: () => ({}),
  visibleCertificationParts: () => ({}),
  visibleRisks: () => ({}),
  visibleRiskMitigations: () => ({}),
  mayReadImports: () => true,
}))
vi.mock(import('@official-accounts/schema/complexity'), async (original) => ({
  ...(await original()),
  complexityLimits: () => ({ complexity: 1e12, depth: 100, breadth: 1e6 }),
}))

// Whoever reads everything needs no wall.
const BEHIND_WALLS = Object.keys(EXPECTED_READS).filter(
  (persona) => EXPECTED_READS[persona]?.FEMA !== EXPECTED_READS[persona]?.CBP || persona === 'employee',
)

describe('row-level security alone keeps components apart', () => testReads(BEHIND_WALLS))
