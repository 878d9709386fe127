import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createActorPool } from '@official-accounts/db/actor-pool'
import { MissingActorError, runAs } from '@official-accounts/db/actor-settings'
import type { ActorSettings } from '@official-accounts/db/actor-settings'
import { createBatchingClient, createClient, createReadClient } from '@official-accounts/db/prisma-client'
import { createTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

const [ONE, TWO] = [randomUUID(), randomUUID()]
const FINDING_OF_ONE = randomUUID()
const FINDING_OF_TWO = randomUUID()
const SETTINGS = `select current_setting('app.scope', true) as scope, current_setting('app.person', true) as person`

const statements: string[] = []
const controls: string[] = []
let database: TestDatabase
let pool: pg.Pool
let readPool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  await fill(database.ownerUrl)
  const connectionString = database.appUrl
  const onStatement = (sql: string) => void statements.push(sql)
  const onTransactionControl = (sql: string) => void controls.push(sql)
  pool = createActorPool({ connectionString, max: 1, onStatement, onTransactionControl })
  readPool = createActorPool({ connectionString, max: 2, readOnly: true })
})

beforeEach(() => {
  statements.length = 0
  controls.length = 0
})

afterAll(async () => {
  await Promise.all([pool.end(), readPool.end()])
  await database.drop()
})

test('without an actor nothing is sent', async () => {
  await expect(pool.query('select 1')).rejects.toThrow(MissingActorError)
  await expect(pool.connect()).rejects.toThrow(MissingActorError)
  await expect(createClient(pool).finding.count()).rejects.toThrow(/actor/)
  expect(statements).toEqual([])
})

test('every statement runs as its actor, in one round trip that counts once', async () => {
  const client = createClient(pool)
  expect(await runAs(of(ONE), () => client.finding.findMany({ select: { id: true } }))).toEqual([
    { id: FINDING_OF_ONE },
  ])
  expect(await runAs(of(TWO), () => client.finding.findMany({ select: { id: true } }))).toEqual([
    { id: FINDING_OF_TWO },
  ])
  expect(await runAs(of(), () => client.finding.count())).toBe(0)
  expect(statements).toHaveLength(3)
  expect(controls).toEqual([])
})

test('two actors who look something up in the same tick each see their own', async () => {
  const client = createClient(pool)
  expect(await lookUpTogether(client)).toEqual([FINDING_OF_ONE, FINDING_OF_TWO, undefined])
})

test('control: the plain client answers one of them with the eyes of the other', async () => {
  const client = createBatchingClient(pool)
  expect(await lookUpTogether(client)).not.toEqual([FINDING_OF_ONE, FINDING_OF_TWO, undefined])
})

test('a compound key is looked up like a single one, and an undefined one is refused', async () => {
  const client = createClient(pool)
  const key = { issuer: 'https://issuer.test', subject: 'nobody' }
  await runAs(of(), async () => {
    expect(await client.identity.findUnique({ where: { issuer_subject: key } })).toBeNull()
    const unknown = { where: { id: undefined as unknown as string } }
    await expect(async () => client.component.findUnique(unknown)).rejects.toThrow(/needs a value for id/)
    await expect(client.component.findUniqueOrThrow({ where: { id: randomUUID() } })).rejects.toMatchObject({
      code: 'P2025',
    })
  })
})

test('a connection is as good as new after an error', async () => {
  await runAs(of(ONE), async () => {
    await expect(pool.query('select 1 / 0')).rejects.toThrow(/division by zero/)
    await expect(pool.query({ name: 'wrong', text: 'select no_such_column' })).rejects.toThrow(
      /no_such_column/,
    )
    await expect(pool.query({ name: 'wrong', text: 'select no_such_column' })).rejects.toThrow(
      /no_such_column/,
    )
    expect((await pool.query(SETTINGS)).rows).toEqual([{ scope: 'component', person: '' }])
  })
})

test('a transaction sees the settings of the actor who began it, at every isolation level', async () => {
  const person = randomUUID()
  const client = createClient(pool)
  const seen = await runAs({ ...of(ONE), person }, () =>
    client.$transaction(
      async (tx) => [
        await tx.$queryRawUnsafe(SETTINGS),
        await tx.finding.findUnique({ where: { id: FINDING_OF_TWO } }),
      ],
      { isolationLevel: 'Serializable' },
    ),
  )
  expect(seen).toEqual([[{ scope: 'component', person }], null])
  expect(statements).toHaveLength(2)
  expect(controls.map((sql) => sql.split(' ')[0]?.toUpperCase())).toEqual(['BEGIN', 'SET', 'COMMIT'])
})

test('a look-up inside a transaction sees what the transaction wrote', async () => {
  const client = createClient(pool)
  const id = randomUUID()
  const outcome = runAs({ ...of(), scope: 'system' }, () =>
    client.$transaction(async (tx) => {
      await tx.finding.create({ data: { ...finding(id, ONE), code: 'LOOKED_UP', openedAt: new Date(0) } })
      expect(await tx.finding.findUnique({ where: { id } })).toMatchObject({ id })
      throw new Error('roll back')
    }),
  )
  await expect(outcome).rejects.toThrow('roll back')
  expect(
    await runAs({ ...of(), scope: 'system' }, () => client.finding.findUnique({ where: { id } })),
  ).toBeNull()
})

test('neither a statement nor a transaction leaves its settings on the connection', async () => {
  const client = createClient(pool)
  await runAs(of(ONE), () => client.finding.count())
  expect(await settingsLeft()).toEqual({ scope: '', person: '' })
  await expect(
    runAs(of(ONE), () => client.$transaction(() => Promise.reject(new Error('roll back')))),
  ).rejects.toThrow('roll back')
  expect(await settingsLeft()).toEqual({ scope: '', person: '' })
})

test('a connection given back inside a transaction is not used again', async () => {
  await runAs(of(ONE), async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    client.release()
  })
  expect(await settingsLeft()).toEqual({ scope: null, person: null })
})

test('the client for reading refuses to write, and so does its database session', async () => {
  const client = createReadClient(readPool)
  await runAs({ ...of(), scope: 'system' }, async () => {
    expect(await client.finding.count()).toBe(2)
    await expect(client.finding.deleteMany()).rejects.toThrow(/only reads/)
    await expect(client.$executeRawUnsafe('delete from finding')).rejects.toThrow(/only reads/)
    await expect(client.$queryRawUnsafe('update finding set detail = detail returning id')).rejects.toThrow(
      /read-only/,
    )
  })
})

async function lookUpTogether(client: ReturnType<typeof createClient>): Promise<(string | undefined)[]> {
  const look = (actor: ActorSettings, id: string) =>
    runAs(actor, async () => client.finding.findUnique({ where: { id } }))
  const found = await Promise.all([
    look(of(ONE), FINDING_OF_ONE),
    look(of(TWO), FINDING_OF_TWO),
    look(of(), FINDING_OF_ONE),
  ])
  return found.map((row) => row?.id)
}

/** What the pool's only connection still has set, asked past the actor. */
async function settingsLeft(): Promise<unknown> {
  const connect = pg.Pool.prototype.connect as () => Promise<pg.PoolClient>
  const client = await connect.call(pool)
  try {
    return (await client.query(SETTINGS)).rows[0]
  } finally {
    client.release()
  }
}

function of(...components: string[]): ActorSettings {
  return { scope: 'component', components, person: null }
}

function finding(id: string, componentId: string) {
  return { id, clause: 'V.B.5', code: 'POC_VACANT', detail: 'nobody', componentId }
}

async function fill(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  for (const [id, code] of [
    [ONE, 'one'],
    [TWO, 'two'],
  ]) {
    await owner.query(
      `insert into component (id, code, slug, name, kind, created_at) values ($1, $2, $2, $2, 'SUPPORT', now())`,
      [id, code],
    )
  }
  for (const [id, component] of [
    [FINDING_OF_ONE, ONE],
    [FINDING_OF_TWO, TWO],
  ]) {
    await owner.query(
      `insert into finding (id, clause, code, component_id, detail, opened_at) values ($1, 'V.B.5', 'POC_VACANT', $2, '', now())`,
      [id, component],
    )
  }
  await owner.end()
}
