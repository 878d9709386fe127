import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { RequestContext } from '@official-accounts/schema/context'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { executeWhole, type WholeAnswer } from '@official-accounts/schema/whole-operation/execute'
import { execute, parse, validate } from 'graphql'
import { expect } from 'vitest'
import type { TestApp } from '../support/create-test-app.ts'
import type { GeneratedOperation } from './generate-operation.ts'

/** The schema a persona reaches; nobody's is the public one. */
export function schemaOf(persona: string | null) {
  return persona === null ? publicSchema : internalSchema
}

/** One operation answered both ways. */
export interface BothAnswers {
  readonly whole: WholeAnswer
  readonly ordinary: string
}

/** Executes an operation both ways as a persona, each with a context of its own. */
export async function answerBoth(
  app: TestApp,
  persona: string | null,
  { source, variables }: GeneratedOperation,
  services: RequestContext['services'] = app.services,
): Promise<BothAnswers> {
  const schema = schemaOf(persona)
  const document = parse(source)
  expect(validate(schema, document), source).toEqual([])
  const actor = await app.actor(persona)
  const request = { schema, document, variableValues: variables }
  return runAs(settingsFor(readReach(actor)), async () => {
    const contextValue = { actor, requestId: 'whole-operation', services }
    const whole = await executeWhole({ ...request, contextValue }).catch((error: unknown) => ({
      fault: error,
    }))
    const ordinary = await execute({ ...request, contextValue: { ...contextValue } })
    // A statement may fail where the ordinary one fails as well; the caller gets the ordinary one's words.
    if ('fault' in whole && ordinary.errors === undefined) throw whole.fault
    const answer = 'fault' in whole ? { ordinary: 'a fault on either way' } : whole
    return { whole: answer, ordinary: JSON.stringify(ordinary) }
  })
}

/** Whether a document asks for a column of JSON, whose spaces are the database's own. */
export function asksForJson(source: string): boolean {
  return /\b(changes|rules|counts|appliedCounts)\b/.test(source)
}
