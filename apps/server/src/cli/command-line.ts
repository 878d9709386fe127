/** What a verb did: an object for `--json`, lines for people, and whether it is a success. */
export interface Outcome {
  readonly ok: boolean
  readonly report: object
  readonly lines: readonly string[]
}

/** Where a verb's outcome goes. */
export interface Output {
  readonly write: (text: string) => void
  readonly setExitCode: (code: number) => void
}

/** 0: done. 1: refused or failed. 2: wrong usage. */
export const EXIT = { DONE: 0, FAILED: 1, WRONG_USAGE: 2 } as const

/** Runs a verb and prints what came of it. A failure is printed in words and never thrown. */
export async function runVerb(output: Output, json: boolean, verb: () => Promise<Outcome>): Promise<void> {
  const outcome = await attempt(verb)
  const text = json ? JSON.stringify({ ok: outcome.ok, ...outcome.report }) : outcome.lines.join('\n')
  if (text !== '') output.write(`${text}\n`)
  output.setExitCode(outcome.ok ? EXIT.DONE : EXIT.FAILED)
}

async function attempt(verb: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await verb()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, report: { error: message }, lines: [message] }
  }
}
