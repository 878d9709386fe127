import { PERMISSIONS } from '../access/permissions.ts'
import { checksUnder, UNCHECKED, type UncheckedBecause } from '../compliance/clause-coverage.ts'
import { listAuthorities } from '../directive/authorities.ts'
import { CLAUSE_IDS, CLAUSES, isClauseId, type ClauseId } from '../directive/clauses.ts'

/** Every clause with what it asks, whether an exception may lift it, and the permissions it stands behind. */
export function clauseTable(): string {
  const rows = Object.entries(CLAUSES).map(([id, { title, exceptionable }]) => [
    id,
    title,
    exceptionable ? 'yes' : 'never',
    permissionsUnder(id).join(', '),
  ])
  const head = ['clause', 'what it asks', 'may an exception lift it', 'permissions under it']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function permissionsUnder(id: string): readonly string[] {
  if (!isClauseId(id)) return []
  return Object.entries(PERMISSIONS)
    .filter(([, { clause }]) => clause === id)
    .map(([name]) => `\`${name}\``)
}

/** Every authority of section III with where it stands, the clauses that keep it, and what enforces those. */
export function authorityTable(): string {
  const rows = listAuthorities().map(({ id, title, citation, clauses, note }) => [
    id,
    `${title} (${citation})`,
    clauses.join(', '),
    [...new Set(clauses.flatMap((clause) => [...permissionsUnder(clause), ...checkCodes(clause)]))].join(
      ', ',
    ),
    note ?? '',
  ])
  const head = ['id', 'authority', 'kept by', 'what enforces it', 'besides']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function checkCodes(clause: ClauseId): readonly string[] {
  return checksUnder(clause).map(({ code }) => `\`${code}\``)
}

const BECAUSE: Readonly<Record<UncheckedBecause, string>> = {
  GATE: 'no record can break it',
  ELSEWHERE: 'shown elsewhere',
  JUDGEMENT: 'somebody has to judge',
  NO_FACTS: 'not on record yet',
}

/** What the registry asks by itself under every clause, or why it asks nothing. */
export function coverageTable(): string {
  const rows = CLAUSE_IDS.flatMap((clause) => coverageRows(clause))
  const head = ['clause', 'what is asked of records', 'of every', 'weight', 'code']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function coverageRows(clause: ClauseId): readonly (readonly string[])[] {
  const checks = checksUnder(clause)
  const why = UNCHECKED[clause]
  if (checks.length === 0)
    return [[clause, why ? `nothing, ${BECAUSE[why.because]}: ${why.why}` : '', '', '', '']]
  return checks.map(({ title, kind, severity, code }) => [
    clause,
    title,
    kind.toLowerCase(),
    severity.toLowerCase(),
    `\`${code}\``,
  ])
}
