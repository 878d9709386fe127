import type { Command } from '@official-accounts/commands/command'
import { runCommand } from '@official-accounts/commands/run-command'
import { DomainError, type InputIssue, type RecordReference } from '@official-accounts/domain/errors'
import { isStorable, unstorableText } from '@official-accounts/domain/storable-text'
import { isRecordId } from '@official-accounts/domain/record-id'
import { decodeGlobalID } from '@pothos/plugin-relay'
import type { RequestContext } from './context.ts'
import { toResultError } from './errors.ts'

const LONGEST_KEY = 200
/**
 * Runs a command for a mutation: global ids become record ids, `idempotencyKey` and `expectedVersion` go beside
 * the input, and a refusal becomes the error of its type. This is all a mutation's resolver does.
 */
export async function runMutation<Input, Locked, Outcome>(
  { actor, requestId, services }: RequestContext,
  command: Command<Input, Locked, Outcome>,
  input: object,
  groupId: string | null = null,
): Promise<RecordReference> {
  try {
    const { idempotencyKey, expectedVersion, rest } = splitInput(input)
    const call = { actor, requestId, idempotencyKey, expectedVersion, groupId }
    return await runCommand(services.commands, command, call, rest)
  } catch (error) {
    throw toResultError(error)
  }
}

interface SplitInput {
  readonly idempotencyKey: string | null
  readonly expectedVersion: number | null
  readonly rest: object
}

function splitInput(input: object): SplitInput {
  const issues: InputIssue[] = []
  const { idempotencyKey, expectedVersion, ...rest } = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, readIds(name, value, issues)]),
  )
  if (typeof idempotencyKey === 'string' && (idempotencyKey === '' || idempotencyKey.length > LONGEST_KEY)) {
    issues.push({ path: 'idempotencyKey', message: `Between 1 and ${LONGEST_KEY} characters.` })
  }
  const { content: _readByItself, ...texts } = rest
  issues.push(...unstorableText({ ...texts, idempotencyKey }, ''))
  if (issues.length > 0) {
    const message = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')
    throw new DomainError({ code: 'INVALID_INPUT', message, issues })
  }
  return {
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
    expectedVersion: typeof expectedVersion === 'number' ? expectedVersion : null,
    rest,
  }
}

function readIds(name: string, value: unknown, issues: InputIssue[]): unknown {
  if (name.endsWith('Ids') && Array.isArray(value)) {
    return value.map((one, at) => readIds(`${name}.${at}.Id`, one, issues))
  }
  if (!name.endsWith('Id') || typeof value !== 'string') return value
  const id = findRecordId(value)
  if (id === null)
    issues.push({ path: name.replace(/\.Id$/, ''), message: 'This is no id of a record here.' })
  return id
}

/**
 * The record id inside a global id, or null when it is none, or one of another type. Ids are checked for their
 * form, so that a forged one never reaches the database.
 */
export function findRecordId(globalId: string, type: string | null = null): string | null {
  try {
    const { typename, id } = decodeGlobalID(globalId)
    return isRecordId(id) && (type === null || type === typename) ? id : null
  } catch {
    return null
  }
}

/** The type and the record's own id inside a global id, as the audit names its subject; nothing for what is none. */
export function subjectOf(globalId: string): { readonly subjectType: string; readonly subjectId: string } {
  const id = findRecordId(globalId)
  if (id === null) return { subjectType: '', subjectId: '' }
  const { typename } = decodeGlobalID(globalId)
  return /^[A-Za-z]+$/.test(typename)
    ? { subjectType: typename, subjectId: id }
    : { subjectType: '', subjectId: '' }
}

const NIL = '00000000-0000-0000-0000-000000000000'

/** A slug to look up; what no slug can hold finds nothing. */
export function slugText(slug: string | null | undefined): string {
  return slug && isStorable(slug) ? slug : ''
}

/** The same for a look-up by id: what is no id finds nothing. */
export function recordId(globalId: string, type: string): string {
  return findRecordId(globalId, type) ?? NIL
}

/** A plain id to filter by; what has not the form of one finds nothing, and never reaches the database. */
export function plainId(text: string): string {
  return isRecordId(text) ? text : NIL
}
