import type { ClauseId } from '../directive/clauses.ts'
import { policyRefusal } from '../errors.ts'
import { isInForce } from '../exception/exception.ts'
import { rule } from '../exception/lift.ts'
import { askCheck, CHECKS } from './checks.ts'
import type { Check, Severity, Subject } from './compliance.ts'

/** How one check ends: met, short of it, or short of it and lifted by an exception in force (V.B.12). */
export interface CheckResult {
  readonly check: Check
  readonly outcome: 'MET' | 'SHORT' | 'EXCEPTED'
  /** What is amiss; empty where nothing is. */
  readonly message: string
}

/** An open finding of a subject, as an evaluation compares with it. */
export interface OpenFinding {
  readonly id: string
  readonly code: string
  readonly clause: string
  readonly severity: Severity
  readonly detail: string
  readonly componentId: string
  readonly version: number
}

/** A finding to be opened. */
export interface FindingToOpen {
  readonly code: string
  readonly clause: ClauseId
  readonly severity: Severity
  readonly detail: string
}

/** What an evaluation changes on one subject; nothing where all is as it was. */
export interface SubjectChanges {
  readonly subject: Subject
  readonly open: readonly FindingToOpen[]
  readonly update: readonly { readonly finding: OpenFinding; readonly to: FindingToOpen }[]
  readonly close: readonly { readonly finding: OpenFinding; readonly reason: string }[]
}

/** Asks a subject every check that applies to it, with the exceptions in force counted. */
export function checkSubject(subject: Subject, now: Date): readonly CheckResult[] {
  const inForce = subject.exceptions.filter((exception) => isInForce(exception, now))
  return CHECKS.flatMap((check): CheckResult[] => {
    const asked = askCheck(check, subject, now)
    if (asked === null) return []
    const { found } = asked
    if (found === null) return [{ check, outcome: 'MET', message: '' }]
    const refusal = () => policyRefusal(found.message, ...found.clauses)
    const lifted = rule(inForce, [{ refusal, liftable: true }]).refusal === null
    return [{ check, outcome: lifted ? 'EXCEPTED' : 'SHORT', message: found.message }]
  })
}

/**
 * Compares what the checks say of a subject with the findings that are open on it. Asking twice changes nothing the
 * second time. Findings of other codes are not its business.
 */
export function evaluateSubject(subject: Subject, open: readonly OpenFinding[], now: Date): SubjectChanges {
  const results = new Map(checkSubject(subject, now).map((result) => [result.check.code, result]))
  const known = new Map(open.map((finding) => [finding.code, finding]))
  const short = [...results.values()].filter(({ outcome }) => outcome === 'SHORT').map(toFinding)
  return {
    subject,
    open: short.filter(({ code }) => !known.has(code)),
    update: short.flatMap((to) => {
      const finding = known.get(to.code)
      return finding && isChanged(finding, to, subject) ? [{ finding, to }] : []
    }),
    close: open.flatMap((finding) => {
      const result = results.get(finding.code)
      return result?.outcome === 'SHORT' ? [] : [{ finding, reason: closeReason(result) }]
    }),
  }
}

/** Whether an evaluation changes anything. */
export function changesAnything({ open, update, close }: SubjectChanges): boolean {
  return open.length > 0 || update.length > 0 || close.length > 0
}

function toFinding({ check: { code, clause, severity }, message }: CheckResult): FindingToOpen {
  return { code, clause, severity, detail: message }
}

function isChanged(finding: OpenFinding, to: FindingToOpen, { componentId }: Subject): boolean {
  return (
    finding.detail !== to.detail ||
    finding.severity !== to.severity ||
    finding.clause !== to.clause ||
    finding.componentId !== componentId
  )
}

function closeReason(result: CheckResult | undefined): string {
  if (result === undefined) return 'It is no longer asked: the record is in another state.'
  return result.outcome === 'MET' ? 'What was amiss is put right.' : 'An exception in force lifts the clause.'
}
