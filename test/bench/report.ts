import type { SiteBuildResult } from './operations/site-build.ts'
import type { GoalResult, OperationResult, SideResult } from './run-rounds.ts'

const COLUMNS = [
  'side',
  'req/s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'statements',
  'control',
  'node CPU ms',
  'db CPU ms',
  'peak MiB',
] as const

/** An operation's table of medians and its goals, as lines. */
export function operationLines(result: OperationResult): readonly string[] {
  const rows = [[...COLUMNS], ...result.sides.map(cells)]
  return ['', `${result.id}  ${result.title}`, ...aligned(rows), ...result.goals.map(goalLine)]
}

/** What the build of the site took, as lines. */
export function siteBuildLines({ seconds, peakMebibytes, reached }: SiteBuildResult): readonly string[] {
  return [
    '',
    'O9  build of the public site in two languages',
    `  ${seconds.toFixed(1)} s, peak ${peakMebibytes.toFixed(0)} MiB of all its processes`,
    `  goal at most 90 s and 1,536 MiB: ${reached ? 'reached' : 'MISSED'}`,
  ]
}

function cells({ name, median, statements, control }: SideResult): string[] {
  const { requestsPerSecond, p50, p95, p99, serverCpu, databaseCpu, peakMebibytes } = median
  return [
    name,
    requestsPerSecond.toFixed(0),
    p50.toFixed(2),
    p95.toFixed(2),
    p99.toFixed(2),
    statements.toFixed(1),
    control.toFixed(1),
    serverCpu?.toFixed(2) ?? '-',
    databaseCpu?.toFixed(2) ?? '-',
    peakMebibytes?.toFixed(0) ?? '-',
  ]
}

function goalLine({ of, against, measure, ratio, atLeast, atMost, reached }: GoalResult): string {
  const bound = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`
  const what = measure === 'p95' ? 'p95' : 'req/s'
  return `  ${of} / ${against} (${what}): ${ratio.toFixed(2)}, goal ${bound}: ${reached ? 'reached' : 'MISSED'}`
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => {
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    return `  ${padded.join('  ')}`
  })
}
