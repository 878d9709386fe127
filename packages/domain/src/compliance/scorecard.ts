import { isLive } from '../account/account.ts'
import type { ClauseId } from '../directive/clauses.ts'
import type { PlatformState } from '../platform/platform.ts'
import { CHECKS, isChecked } from './checks.ts'
import type { AccountStanding, Check } from './compliance.ts'

/** How many records of a component stand the same way. */
export interface CountedAccounts extends AccountStanding {
  readonly componentId: string
  readonly count: number
}
export interface CountedPlatforms {
  readonly state: PlatformState
  readonly count: number
}

/** Open findings of a component against a clause, by their code. */
export interface CountedFindings {
  readonly componentId: string
  readonly clause: string
  readonly code: string
  readonly count: number
}

/** A check that an exception lifts on one record: met by nobody, and found by nobody. */
export interface Excepted {
  readonly componentId: string
  readonly clause: ClauseId
}

/** What a scorecard is made of. */
export interface ScorecardFacts {
  readonly componentIds: readonly string[]
  /** The department's own component, which platforms are laid to; null where the reader does not see it. */
  readonly departmentId: string | null
  readonly accounts: readonly CountedAccounts[]
  readonly platforms: readonly CountedPlatforms[]
  readonly findings: readonly CountedFindings[]
  readonly excepted: readonly Excepted[]
}

/** How a component keeps a clause. Each count is of checks on records: two checks on one account are two. */
export interface Score {
  readonly componentId: string
  readonly clause: string
  readonly checked: number
  readonly met: number
  /** Findings open against the clause, whether a check found them or an office. */
  readonly open: number
  readonly excepted: number
}

/** Every clause and component of which something is checked or open, in the order of clauses and components given. */
export function scorecard(facts: ScorecardFacts): readonly Score[] {
  const clauses = [
    ...new Set([...CHECKS.map(({ clause }) => clause), ...facts.findings.map(({ clause }) => clause)]),
  ]
  return clauses.flatMap((clause) =>
    facts.componentIds
      .map((componentId) => scoreOf(facts, clause, componentId))
      .filter(({ checked, open }) => checked > 0 || open > 0),
  )
}

function scoreOf(facts: ScorecardFacts, clause: string, componentId: string): Score {
  const checks = CHECKS.filter((check) => check.clause === clause)
  const checked = total(checks.map((check) => askedCount(facts, check, componentId)))
  const findings = facts.findings.filter(
    (finding) => finding.clause === clause && finding.componentId === componentId,
  )
  const open = total(findings.map(({ count }) => count))
  const short = total(findings.filter(({ code }) => isChecked(code)).map(({ count }) => count))
  const excepted = facts.excepted.filter(
    (one) => one.clause === clause && one.componentId === componentId,
  ).length
  return { componentId, clause, checked, met: Math.max(0, checked - short - excepted), open, excepted }
}

function askedCount(facts: ScorecardFacts, check: Check, componentId: string): number {
  const accounts = facts.accounts.filter((group) => group.componentId === componentId)
  switch (check.kind) {
    case 'ACCOUNT':
      return total(accounts.filter(check.asks).map(({ count }) => count))
    case 'PLATFORM':
      if (facts.departmentId !== componentId) return 0
      return total(facts.platforms.filter(check.asks).map(({ count }) => count))
    case 'COMPONENT': {
      const liveAccounts = total(accounts.filter(({ state }) => isLive(state)).map(({ count }) => count))
      return check.asks({ liveAccounts, isDepartment: facts.departmentId === componentId }) ? 1 : 0
    }
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
