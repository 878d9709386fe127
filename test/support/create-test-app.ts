import { createServer } from '@official-accounts/server/server'
import { openServices } from '@official-accounts/server/open-services'
import { seedPersonas } from '@official-accounts/server/development/seed-personas'
import { seedSamples } from '@official-accounts/server/development/seed-samples'
import { loadActor } from '@official-accounts/db/actor-store'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { RequestContext } from '@official-accounts/schema/context'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { encodeGlobalID } from '@pothos/plugin-relay'
import pg from 'pg'
import { pino } from 'pino'
import { answerForNewAccounts } from './law-answers.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { createWorld, readWorld, type World } from './world.ts'

const ISSUER = 'https://issuer.test/oidc'
const CONFIG = {
  publicUrl: 'http://localhost',
  dataDir: '/nonexistent',
  production: false,
  trustedProxies: [],
  requiredAcr: null,
}
const SYSTEM = { scope: 'system', components: [], person: null } as const

/** What a GraphQL response holds; tests read `data` with the shape their document asks for. */
export interface Answer {
  // Test documents are many and small: their shapes are asserted, not declared.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
}

/** The whole product over a database of its own, without a socket. */
export interface TestApp {
  readonly database: TestDatabase
  readonly services: RequestContext['services']
  readonly world: World
  /** The database's owner: makes and looks at what no command would. */
  readonly owner: pg.Pool
  /** Every fault that was logged: masked for the caller, and to be put right by us. */
  readonly faults: readonly string[]
  /** Every statement that work sends to the database, without BEGIN, COMMIT and settings. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly string[]>
  /** Sends a document as a persona, or as nobody. */
  as(persona: string | null, document: string, variables?: object): Promise<Answer>
  /** The raw response, for tests of the protocol. */
  fetch(persona: string | null, init: RequestInit, path?: string): Promise<Response>
  /** Who a persona is at this moment, with the roles held; nobody for null. */
  actor(persona: string | null): Promise<Actor>
  /** Global ids of components, platforms and personas. */
  componentId(code: string): string
  platformId(name: string): string
  personId(persona: string): string
  close(): Promise<void>
}

export interface TestAppOptions {
  /** A fixed instant instead of the database's clock. */
  readonly at?: () => Date
  /** Whether the test makes faults on purpose: they are kept and not printed. */
  readonly faulty?: boolean
  /** A database that has its world already, instead of a fresh one. */
  readonly upgraded?: TestDatabase
  /** Whether accounts begin with nothing answered of their checklist of law and policy (V.A.2). */
  readonly asksLaw?: boolean
}

/** Builds the product on a fresh database with the world and the personas in it. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { at, faulty = false, asksLaw = false, upgraded } = options
  const database = upgraded ?? (await createTestDatabase())
  const world = await (upgraded ? readWorld : createWorld)(database.ownerUrl)
  if (!asksLaw) await answerForNewAccounts(database.ownerUrl)
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4 })
  owner.on('error', () => {})
  const statements: string[] = []
  const faults: string[] = []
  function keepFault(line: string): void {
    faults.push(line)
    if (!faulty) process.stderr.write(line)
  }
  const open = await openServices({
    urls: database,
    report: (error) => process.stderr.write(`${error.message}\n`),
    onStatement: (sql) => void statements.push(sql),
    ...(at ? { at } : {}),
  })
  const { services } = open
  await seedPersonas(services.commands, ISSUER)
  await seedSamples(services.commands, ISSUER)
  const people = await personas(services)
  const server = createServer({
    config: CONFIG,
    services,
    schemas: { internalSchema, publicSchema },
    identityProvider: () => Promise.reject(new Error('Tests say themselves who asks.')),
    log: pino({ level: 'error' }, { write: keepFault }),
    authenticate: (headers) => actorOf(services, people, headers.get('x-test-persona'), at),
  })
  async function fetch(persona: string | null, init: RequestInit, path = '/graphql'): Promise<Response> {
    const headers = new Headers(init.headers)
    if (persona) headers.set('x-test-persona', persona)
    return server.yoga.fetch(`http://localhost${path}`, { ...init, headers })
  }
  return {
    database,
    services,
    world,
    owner,
    faults,
    fetch,
    async statementsOf(work) {
      const before = statements.length
      await work()
      return statements.slice(before)
    },
    async as(persona, query, variables = {}) {
      const body = JSON.stringify({ query, variables })
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      return (await fetch(persona, { method: 'POST', headers, body })).json() as Promise<Answer>
    },
    actor: (persona) => actorOf(services, people, persona, at),
    componentId: (code) => encodeGlobalID('Component', known(world.components, code)),
    platformId: (name) => encodeGlobalID('Platform', known(world.platforms, name)),
    personId: (persona) => encodeGlobalID('Person', known(Object.fromEntries(people), persona)),
    async close() {
      await open.close()
      await owner.end()
      await database.drop()
    },
  }
}

function known(ids: Readonly<Record<string, string>>, name: string): string {
  const id = ids[name]
  if (id === undefined) throw new Error(`The test world has no ${name}.`)
  return id
}

async function personas({ read }: RequestContext['services']): Promise<Map<string, string>> {
  const identities = await runAs(SYSTEM, () => read.identity.findMany({ where: { issuer: ISSUER } }))
  return new Map(identities.map(({ subject, personId }) => [subject, personId]))
}

async function actorOf(
  { read }: RequestContext['services'],
  people: Map<string, string>,
  persona: string | null,
  at?: () => Date,
): Promise<Actor> {
  if (persona === null) return { kind: 'ANONYMOUS' }
  const personId = people.get(persona)
  if (personId === undefined) throw new Error(`There is no persona ${persona}.`)
  const { actor } = await runAs(SYSTEM, () => loadActor(read, personId, null, { at: at?.() ?? null }))
  if (actor === null) throw new Error(`The persona ${persona} is deactivated.`)
  return actor
}
