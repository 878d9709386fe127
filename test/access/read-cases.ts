import { PERSONAS, PROGRAM } from '@official-accounts/server/development/personas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { createMarkedWorld, type MarkedWorld } from '../support/marked-world.ts'
import { EXPECTED_READS, FIELDS, NEVER_SHOWN } from './expected-reads.ts'
import { seenBy } from './read-everything.ts'

const PERSONA_NAMES = [...PERSONAS, PROGRAM].map(({ name }) => name)

/** The fields of each kind that is to be seen, sorted, as the walk reports them. */
function fieldsOf(kinds: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const shown = kinds.map((kind) => {
    const type = kind.split('.')[0] ?? kind
    const fields = (FIELDS[type] ?? []).filter((field) => !NEVER_SHOWN.includes(`${type} ${field}`))
    return [kind, fields.toSorted()] as const
  })
  return Object.fromEntries(shown)
}

/** The tests of the read matrix for some personas, to be run with both walls and with the second one alone. */
export function testReads(personas: readonly string[] = PERSONA_NAMES): void {
  let app: TestApp
  let world: MarkedWorld
  beforeAll(async () => {
    app = await createTestApp()
    world = await createMarkedWorld(app)
  })
  afterAll(() => app.close())

  test('every persona has a row in the table', () => {
    expect(Object.keys(EXPECTED_READS).sort()).toEqual(PERSONA_NAMES.toSorted())
  })
  test.each(personas)('%s sees what the table says, field by field, and nothing else', async (persona) => {
    const reads = EXPECTED_READS[persona]
    if (reads === undefined) throw new Error('There is no such row.')
    const { CBP, FEMA, DEPARTMENT } = reads
    expect(await seenBy(app, world, persona)).toEqual({
      CBP: fieldsOf(CBP),
      FEMA: fieldsOf(FEMA),
      DEPARTMENT: fieldsOf(DEPARTMENT),
    })
  })
  test('the walk notices a wall that is down', async () => {
    await app.owner.query('alter table contact disable row level security')
    expect((await seenBy(app, world, 'manager-cbp')).FEMA).toMatchObject({ 'Contact.listed': ['endReason'] })
  })
}
