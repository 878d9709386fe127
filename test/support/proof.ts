import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { expect, test } from 'vitest'
import { act, type Outcome } from './act.ts'
import type { TestApp } from './create-test-app.ts'

/** What is shown of a clause: what it lets pass and stops, who may decide, and what an exception to it does. */
export const CELLS = ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE', 'WITH_EXCEPTION'] as const
export type Cell = (typeof CELLS)[number]

/** What was answered while a test ran, in its order. */
export interface Answered {
  readonly persona: string
  readonly name: string
  readonly typename: string
  /** What a refusal cites. */
  readonly clauses: readonly string[]
}

/** Who acts in a test and remembers what was answered. */
export interface Witness {
  act(persona: string, name: string, input: object): Promise<Outcome>
  /** A granted exception to these clauses, asked for by CBP. */
  except(clauses: readonly ClauseId[], subject: object): Promise<string>
  /** The clauses of the findings that are open on an account: one there counts as its refusal. */
  findings(accountId: string): Promise<readonly string[]>
}

type Shows = (
  clause: ClauseId,
  cells: readonly Cell[],
  title: string,
  run: (witness: Witness) => Promise<void>,
) => void

/**
 * Tests that say which cells of a clause they show, and fail when what they say was not answered: a refusal that cites
 * the clause, the same mutation passing, one office passing where another is forbidden, an exception between the two.
 */
export function proofs(appOf: () => TestApp): Shows {
  return function shows(clause, cells, title, run) {
    test(`${clause}: ${title}`, async () => {
      const answers: Answered[] = []
      await run(witnessOf(appOf(), answers))
      expect(unseenCells(answers, clause, cells), `said to be shown of ${clause}, and not answered`).toEqual(
        [],
      )
    })
  }
}

/** The cells for which no answer stands. */
export function unseenCells(
  answers: readonly Answered[],
  clause: ClauseId,
  cells: readonly Cell[],
): readonly Cell[] {
  return cells.filter((cell) => !EVIDENCE[cell](answers, clause))
}

const REASON = { reason: 'Because the test says so.' }

function witnessOf(app: TestApp, answers: Answered[]): Witness {
  async function acted(persona: string, name: string, input: object): Promise<Outcome> {
    const outcome = await act(app, persona, name, input)
    const clauses = (outcome.clauses ?? []).map(({ id }) => id)
    answers.push({ persona, name, typename: outcome.__typename, clauses })
    return outcome
  }
  return {
    act: acted,
    async except(clauses, subject) {
      const written = { justification: 'The office is being set up.', validUntil: '2098-01-01T00:00:00Z' }
      const { id } = await acted('manager-cbp', 'requestException', { clauses, ...written, ...subject })
      await acted('opa', 'decideException', { exceptionId: id, decision: 'GRANT', ...REASON })
      return id
    },
    async findings(id) {
      const document = 'query ($id: ID!) { account(id: $id) { findings { state clause { id } } } }'
      const { data } = await app.as('opa', document, { id })
      const found: readonly { state: string; clause: { id: string } }[] = data.account.findings
      const clauses = found.filter(({ state }) => state === 'OPEN').map((finding) => finding.clause.id)
      const typename = clauses.length > 0 ? 'FindingError' : 'Account'
      answers.push({ persona: 'opa', name: 'findings', typename, clauses })
      return clauses
    },
  }
}

const accepted = ({ typename }: Answered) => !typename.endsWith('Error')
const forbidden = ({ typename }: Answered) => typename === 'ForbiddenError'
const refusedUnder = (clause: ClauseId) => (answer: Answered) =>
  !accepted(answer) && answer.clauses.includes(clause)

const EVIDENCE: Readonly<Record<Cell, (answers: readonly Answered[], clause: ClauseId) => boolean>> = {
  REFUSED: (answers, clause) => answers.some(refusedUnder(clause)),
  ALLOWED: (answers, clause) =>
    answers
      .filter(refusedUnder(clause))
      .some(({ name }) => answers.some((other) => other.name === name && accepted(other))),
  RIGHT_OFFICE: twoOffices,
  WRONG_OFFICE: twoOffices,
  WITH_EXCEPTION: (answers, clause) =>
    answers.some(
      (granted, at) =>
        granted.name === 'decideException' &&
        accepted(granted) &&
        answers
          .slice(0, at)
          .filter(refusedUnder(clause))
          .some(({ name }) => answers.slice(at).some((later) => later.name === name && accepted(later))),
    ),
}

// The same mutation by two people: one may, another is forbidden.
function twoOffices(answers: readonly Answered[]): boolean {
  return answers
    .filter(forbidden)
    .some(({ name, persona }) =>
      answers.some((other) => other.name === name && other.persona !== persona && accepted(other)),
    )
}
