import type { Actor } from '@official-accounts/domain/access/actor'
import { authorize } from '@official-accounts/domain/access/authorize'
import { permissionRule, type Permission } from '@official-accounts/domain/access/permissions'
import { refuse, type Decision } from '@official-accounts/domain/decision'
import { forbidden, type Refusal } from '@official-accounts/domain/errors'
import type { Command } from './command.ts'

/** What a command is asked to judge: who, when, with what, and which version of the record was seen. */
export interface JudgeCall<Input> {
  readonly actor: Actor
  readonly now: Date
  readonly input: Input
  readonly expectedVersion: number | null
}

/** The part of a command that decides, on any record that tells it what it looks at. */
export type Judge<Input, Locked, Outcome> = Pick<
  Command<Input, Locked, Outcome>,
  'permission' | 'place' | 'version' | 'decide'
>

/**
 * What a command decides on a record in hand: permission, the second wall, version, then the rule itself. The run
 * under the lock and the dry run both ask here, so that they cannot disagree.
 */
export function judgeCommand<Input, Locked, Outcome>(
  command: Judge<Input, Locked, Outcome>,
  { actor, now, input, expectedVersion }: JudgeCall<Input>,
  locked: Locked,
): Decision<Outcome> {
  const place = command.place(locked, input)
  const refusal = authorize(actor, command.permission, place)
  if (refusal) return refuse(refusal)
  if (place.writable === false) return refuse(doorRefusal(command, actor))
  const stale = staleVersion(expectedVersion, command.version?.(locked) ?? null)
  return stale ? refuse(stale) : command.decide(actor, now, input, locked)
}

/** The refusal for a caller who may never do this, or not where the database lets them read alone. */
export function doorRefusal({ permission }: { readonly permission: Permission }, actor: Actor): Refusal {
  const refusal = authorize(actor, permission, { componentId: null })
  return refusal ?? forbidden(`${permission} is not yours to do.`, permissionRule(permission).clause)
}

function staleVersion(expected: number | null, actual: number | null): Refusal | null {
  if (expected === null || actual === null || expected === actual) return null
  const message = `The record has changed: you saw version ${expected}, it is at ${actual}.`
  return { code: 'STALE_VERSION', message, expected, actual }
}
