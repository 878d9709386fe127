import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { internalSchema } from '@official-accounts/schema/schema'
import { getNamedType, graphql, isRequiredArgument } from 'graphql'
import type { TestApp } from '../support/create-test-app.ts'
import type { MarkedWorld } from '../support/marked-world.ts'
import { marksIn, type Owner } from '../support/marks.ts'
import { pageOf, wholeSelection } from '../support/whole-selection.ts'

/** Records from one to the next that the walk goes from each root field. */
const STEPS = 3

// Executed without HTTP: what one request may cost is not the question here, what it may see is.
async function ask(
  app: TestApp,
  persona: string,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const actor = await app.actor(persona)
  const contextValue = { actor, requestId: 'read-everything', services: app.services }
  const answer = await runAs(settingsFor(readReach(actor)), () =>
    graphql({ schema: internalSchema, source, contextValue, variableValues }),
  )
  if (answer.errors)
    throw new Error(
      `${persona}: ${answer.errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).join('; ')}\n${source.slice(0, 300)}`,
    )
  return JSON.stringify(answer.data)
}

/** Every root field that needs no argument, with everything below it. */
function rootDocuments(): readonly string[] {
  const fields = Object.values(internalSchema.getQueryType()?.getFields() ?? {})
  return fields
    .filter((field) => !field.args.some(isRequiredArgument))
    .map(
      (field) =>
        `{ ${field.name}${pageOf(field)} { ${wholeSelection(internalSchema, getNamedType(field.type), STEPS)} } }`,
    )
}

const DOCUMENTS = rootDocuments()

/** Every type that has a global id, by its name with what can be asked of it. */
const NODE_TYPES = internalSchema.getPossibleTypes(internalSchema.getType('Node') as never)

async function askForNode(app: TestApp, persona: string, id: string): Promise<string> {
  const [type] = Buffer.from(id, 'base64').toString().split(':')
  const node = NODE_TYPES.find(({ name }) => name === type)
  if (node === undefined) throw new Error(`${type} has no global id.`)
  const inside = wholeSelection(internalSchema, node, 1)
  return ask(app, persona, `query ($id: ID!) { node(id: $id) { ... on ${type} { ${inside} } } }`, { id })
}

/** What a persona can see of the marked world by any way: every list, every record by its id, and what hangs on them. */
export async function seenBy(app: TestApp, world: MarkedWorld, persona: string): Promise<Seen> {
  const answers: string[] = []
  for (const document of DOCUMENTS) answers.push(await ask(app, persona, document))
  for (const id of world.ids) answers.push(await askForNode(app, persona, id))
  const accounts = Object.values(world.accounts).flatMap((byState) => Object.values(byState))
  for (const id of accounts) {
    answers.push(await ask(app, persona, 'query ($id: ID!) { account(id: $id) { slug title } }', { id }))
  }
  answers.push(
    await ask(app, persona, 'query ($id: ID!) { migration(id: $id) { fileName } }', {
      id: world.migrationId,
    }),
  )
  return collect(answers)
}

/** Kinds by owner, and the fields seen of each. */
export type Seen = Readonly<Record<Owner, Readonly<Record<string, readonly string[]>>>>

function collect(answers: readonly string[]): Seen {
  const seen: Record<Owner, Record<string, Set<string>>> = { CBP: {}, FEMA: {}, DEPARTMENT: {} }
  for (const [owner, kind, field] of answers.flatMap(marksIn)) (seen[owner][kind] ??= new Set()).add(field)
  const sorted = Object.entries(seen).map(([owner, kinds]) => [
    owner,
    Object.fromEntries(Object.entries(kinds).map(([kind, fields]) => [kind, [...fields].sort()])),
  ])
  return Object.fromEntries(sorted) as Seen
}
