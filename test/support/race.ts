import { attempt, type End } from './attempt.ts'
import type { TestApp } from './create-test-app.ts'

export interface Runner {
  readonly persona: string
  readonly mutation: string
  readonly input: object
}

/** Starts everybody at once and answers with how each ended, in the order of the runners. */
export function race(app: TestApp, runners: readonly Runner[]): Promise<readonly End[]> {
  return Promise.all(runners.map(({ persona, mutation, input }) => attempt(app, persona, mutation, input)))
}

/** The same runner eight times. */
export function eightTimes(runner: Runner): readonly Runner[] {
  return Array.from({ length: 8 }, () => runner)
}

/** How often each end came. */
export function tally(ends: readonly End[]): Readonly<Record<End, number>> {
  return Object.fromEntries([...Map.groupBy(ends, (end) => end)].map(([end, same]) => [end, same.length]))
}
