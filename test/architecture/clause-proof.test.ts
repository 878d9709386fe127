import { CLAUSES, CLAUSE_IDS, isClauseId, type ClauseId } from '@official-accounts/domain/directive/clauses'
import { describe, expect, test } from 'vitest'
import { CELLS, unseenCells, type Answered, type Cell } from '../support/proof.ts'
import { sourceFiles } from './source-files.ts'

const LATER_CONTENT = 'What is published comes with the module on content.'
const NO_OFFICE = 'No office may let it pass; who may ask for an account is under V.B.2.'
const READ_NOT_DONE = 'It is a page or a list that is read; nothing is decided under it.'
const ALL = (why: string) => Object.fromEntries(CELLS.map((cell) => [cell, why]))

/** What is not shown by a workflow, and why. */
const NOT_SHOWN: Readonly<Partial<Record<ClauseId, Readonly<Partial<Record<Cell, string>>>>>> = {
  'II.B': { RIGHT_OFFICE: NO_OFFICE, WRONG_OFFICE: NO_OFFICE },
  'II.P': {
    ALLOWED: 'What people say as private persons is not decided on here.',
    REFUSED: 'A personal profile is refused under V.B.8; a report of mixing is a finding.',
  },
  'III.D': ALL('The accessibility of a platform is reviewed under IV.B.1; that of content comes with it.'),
  'III.E': { RIGHT_OFFICE: NO_OFFICE, WRONG_OFFICE: NO_OFFICE },
  'IV.C.1': ALL('The officer’s decisions cite what they are about: IV.C.3 a platform, OIG.4 a policy.'),
  'V.B.7': ALL(LATER_CONTENT),
  'V.B.9': ALL(LATER_CONTENT),
  VI: ALL(READ_NOT_DONE),
  'OIG.1': ALL(READ_NOT_DONE),
  'OIG.2': ALL(READ_NOT_DONE),
}

const SHOWS = /\bshows\(\s*'([^']+)',\s*\[([^\]]*)\]/g

function shownCells(): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Map<string, Set<string>>()
  for (const { path, text } of sourceFiles(['.test.ts'])) {
    if (!path.startsWith('test/workflows/')) continue
    for (const [, clause = '', list = ''] of text.matchAll(SHOWS)) {
      const cells = [...list.matchAll(/'([A-Z_]+)'/g)].map(([, cell]) => cell ?? '')
      shown.set(clause, new Set([...(shown.get(clause) ?? []), ...cells]))
    }
  }
  return shown
}

function neededCells(clause: ClauseId): readonly Cell[] {
  return CLAUSES[clause].exceptionable ? CELLS : CELLS.filter((cell) => cell !== 'WITH_EXCEPTION')
}

describe('each clause is shown by workflows: allowed, refused with its id, by the right and the wrong office, and with an exception', () => {
  const shown = shownCells()

  test.each(CLAUSE_IDS)('%s', (clause) => {
    const missing = neededCells(clause).filter(
      (cell) => !shown.get(clause)?.has(cell) && NOT_SHOWN[clause]?.[cell] === undefined,
    )
    expect(missing, `no workflow test shows these of ${clause}`).toEqual([])
  })
  test('what is said not to be shown is not shown, and concerns a clause that there is', () => {
    const stale = Object.entries(NOT_SHOWN).flatMap(([clause, cells]) =>
      Object.keys(cells).filter((cell) => !isClauseId(clause) || shown.get(clause)?.has(cell)),
    )
    expect(stale).toEqual([])
    expect([...shown.keys()].filter((clause) => !isClauseId(clause))).toEqual([])
  })
})

describe('a test that says it shows something has to have been answered so', () => {
  const answered = (persona: string, name: string, typename = 'Account', ...clauses: string[]): Answered => ({
    persona,
    name,
    typename,
    clauses,
  })
  const refusal = answered('opa', 'permitAccount', 'PolicyRefusalError', 'V.B.10')
  const passed = answered('opa', 'permitAccount')
  const granted = answered('opa', 'decideException', 'Exception')

  test.each<readonly [string, Cell, readonly Answered[]]>([
    ['no refusal', 'REFUSED', [passed]],
    ['a refusal under another clause', 'REFUSED', [{ ...refusal, clauses: ['V.B.2'] }]],
    ['a refusal and nothing that passes', 'ALLOWED', [refusal, granted]],
    ['something that passes and was never refused', 'ALLOWED', [passed]],
    ['one office alone', 'RIGHT_OFFICE', [passed]],
    ['another office that is refused by a clause', 'WRONG_OFFICE', [passed, refusal]],
    ['an office forbidden something else', 'WRONG_OFFICE', [passed, answered('cio', 'x', 'ForbiddenError')]],
    ['an exception that comes too late', 'WITH_EXCEPTION', [refusal, passed, granted]],
    ['an exception where nothing was refused', 'WITH_EXCEPTION', [granted, passed]],
    [
      'an exception that was not granted',
      'WITH_EXCEPTION',
      [refusal, { ...granted, typename: 'ForbiddenError' }, passed],
    ],
  ])('%s does not show %s', (_what, cell, answers) => {
    expect(unseenCells(answers, 'V.B.10', [cell])).toEqual([cell])
  })
  test('all of it is shown by what belongs to it', () => {
    const wrong = answered('cio', 'permitAccount', 'ForbiddenError', 'V.B.2')
    expect(unseenCells([wrong, refusal, granted, passed], 'V.B.10', CELLS)).toEqual([])
  })
})
