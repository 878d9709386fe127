/** Runs work one after another, in the order it was given. */
export type TakeTurns = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A line in which each waits for the one before to end, well or badly. */
export function createTurns(): TakeTurns {
  let last: Promise<unknown> = Promise.resolve()
  return function takeTurn(work) {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
}
