import { expect, test } from 'vitest'
import { exceptionMachine } from '../exception/exception-machine.ts'
import { clauseTable } from './clause-table.ts'
import { permissionMatrix } from './permission-matrix.ts'
import { stateDiagram } from './state-diagram.ts'

test('a diagram begins at the first state, names the actions of each arrow, and ends where no way leads on', () => {
  expect(stateDiagram(exceptionMachine).split('\n')).toEqual([
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> REQUESTED',
    '  REQUESTED --> GRANTED: decideException',
    '  REQUESTED --> DENIED: decideException',
    '  REQUESTED --> WITHDRAWN: withdrawExceptionRequest',
    '  GRANTED --> REVOKED: revokeException',
    '  DENIED --> [*]',
    '  WITHDRAWN --> [*]',
    '  REVOKED --> [*]',
    '```',
  ])
})

test('the matrix marks the offices of each command, and leaves out roles that may do none of them', () => {
  const [head, , row] = permissionMatrix([{ name: 'provisionAccess', permission: 'access.provision' }]).split(
    '\n',
  )
  expect(head).toBe('| command | permission | clause | decides | Chief Information Officer | the system |')
  expect(row).toBe('| `provisionAccess` | `access.provision` | IV.B.2 | yes | yes |  |')
})

test('the table of clauses says which no exception lifts', () => {
  expect(clauseTable()).toContain('| II.B |')
  expect(
    clauseTable()
      .split('\n')
      .find((line) => line.startsWith('| III.E |')),
  ).toContain('| never |')
})
