import type pg from 'pg'
import type { Contenders } from './contenders/contenders.ts'
import { load, type LoadTarget, type Measurement } from './load.ts'
import type { Goal, Operation, Side } from './operations/operation.ts'
import type { BenchOptions } from './options.ts'
import { countStatements, type StatementCount } from './statements.ts'

/** What one side did: every round, and the median of each figure. */
export interface SideResult extends StatementCount {
  readonly name: string
  readonly rounds: readonly Measurement[]
  readonly median: Measurement
}

/** A goal and what was reached. */
export interface GoalResult extends Goal {
  readonly ratio: number
  readonly reached: boolean
}

/** An operation measured. */
export interface OperationResult {
  readonly id: string
  readonly title: string
  readonly sides: readonly SideResult[]
  readonly goals: readonly GoalResult[]
}

/** What the rounds run on. */
export interface RoundsOptions extends Pick<BenchOptions, 'rounds' | 'seconds' | 'warmUp' | 'connections'> {
  readonly owner: pg.Client
  readonly contenders: Contenders
  readonly databasePid: number
}

/** Measures an operation: sides take turns within each round, so that a change of the machine's pace hits all. */
export async function runRounds(operation: Operation, options: RoundsOptions): Promise<OperationResult> {
  const rounds = new Map<string, Measurement[]>(operation.sides.map(({ name }) => [name, []]))
  for (let round = 0; round < options.rounds; round++) {
    for (const side of operation.sides) {
      const target = targetOf(side, options)
      await load(target, options.warmUp)
      rounds.get(side.name)?.push(await load(target, options.seconds))
    }
  }
  const sides: SideResult[] = []
  for (const { name, calls, contender } of operation.sides) {
    const counted = await countStatements(options.owner, options.contenders[contender].url, calls)
    const measured = rounds.get(name) ?? []
    sides.push({ name, rounds: measured, median: medians(measured), ...counted })
  }
  return {
    id: operation.id,
    title: operation.title,
    sides,
    goals: operation.goals.map((goal) => judge(goal, sides)),
  }
}

function targetOf(side: Side, options: RoundsOptions): LoadTarget {
  const { url, pid } = options.contenders[side.contender]
  return { url, pid, databasePid: options.databasePid, calls: side.calls, connections: options.connections }
}

function medians(rounds: readonly Measurement[]): Measurement {
  const of = (read: (round: Measurement) => number | null) => {
    const sorted = rounds
      .map(read)
      .filter((value) => value !== null)
      .sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? null
  }
  return {
    requestsPerSecond: of((round) => round.requestsPerSecond) ?? 0,
    p50: of((round) => round.p50) ?? 0,
    p95: of((round) => round.p95) ?? 0,
    p99: of((round) => round.p99) ?? 0,
    serverCpu: of((round) => round.serverCpu),
    databaseCpu: of((round) => round.databaseCpu),
    peakMebibytes: of((round) => round.peakMebibytes),
  }
}

/** The ratio of medians a goal speaks of, and whether it is reached. */
export function judge(goal: Goal, sides: readonly Pick<SideResult, 'name' | 'median'>[]): GoalResult {
  const value = (name: string) => sides.find((side) => side.name === name)?.median[goal.measure] ?? Number.NaN
  const ratio = value(goal.of) / value(goal.against)
  const reached = ratio >= (goal.atLeast ?? 0) && ratio <= (goal.atMost ?? Number.POSITIVE_INFINITY)
  return { ...goal, ratio, reached }
}
