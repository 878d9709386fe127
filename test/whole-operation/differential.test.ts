import { createActorPool } from '@official-accounts/db/actor-pool'
import { textStatements } from '@official-accounts/db/text-statement'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { pick, randomFrom } from '../support/hostile-values.ts'
import { answerBoth, asksForJson, schemaOf } from './compare.ts'
import { generateOperation, type KnownValues } from './generate-operation.ts'
import { createVariedWorld } from './varied-world.ts'

const PERSONAS = [null, 'employee', 'manager-cbp', 'opa', 'inspector'] as const
const SEED = Number(process.env['WHOLE_OPERATION_SEED'] ?? 20261122)
const ROUNDS = Number(process.env['WHOLE_OPERATION_ROUNDS'] ?? 120)
/** Fewer compiled ones would mean that the test compares nothing. */
const LEAST_SHARE = 0.5

let app: TestApp
let services: TestApp['services']
let known: KnownValues
const pools: { end(): Promise<void> }[] = []

// A session far from UTC: no answer may depend on where the database thinks it is.
function far(connectionString: string) {
  const pool = createActorPool({ connectionString, max: 2, options: '-c timezone=Pacific/Chatham' })
  pools.push(pool)
  return textStatements(pool)
}

beforeAll(async () => {
  app = await createTestApp({ faulty: true })
  known = await createVariedWorld(app)
  const { appUrl, publicUrl } = app.database
  services = {
    ...app.services,
    statements: { ...app.services.statements, read: far(appUrl), directory: far(publicUrl) },
  }
})
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await app.close()
})

describe.each(PERSONAS)('%s gets the same either way', (persona) => {
  test(`from ${ROUNDS} generated operations (seed ${SEED})`, async () => {
    const random = randomFrom(SEED + PERSONAS.indexOf(persona))
    const cursors: string[] = ['WyJ4Il0', 'bm9uc2Vuc2U']
    let compiled = 0
    const reasons: Record<string, number> = {}
    for (let round = 0; round < ROUNDS; round++) {
      const operation = generateOperation(random, schemaOf(persona), {
        ...known,
        after: [pick(random, cursors)],
      })
      const { whole, ordinary } = await answerBoth(app, persona, operation, services)
      cursors.push(...cursorsIn(ordinary))
      const about = JSON.stringify(operation)
      if ('ordinary' in whole) {
        reasons[whole.ordinary] = (reasons[whole.ordinary] ?? 0) + 1
        continue
      }
      compiled += 1
      const sent = `{"data":${whole.data}}`
      expect(asksForJson(operation.source) ? JSON.stringify(JSON.parse(sent)) : sent, about).toBe(ordinary)
    }
    expect(compiled / ROUNDS, JSON.stringify(reasons)).toBeGreaterThan(LEAST_SHARE)
  })
})

function cursorsIn(answer: string): readonly string[] {
  return [...answer.matchAll(/"(?:cursor|endCursor)":"([\w-]+)"/g)].map(([, cursor]) => cursor ?? '')
}
