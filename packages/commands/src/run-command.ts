import { createHash } from 'node:crypto'
import { databaseNow, loadActor } from '@official-accounts/db/actor-store'
import { appendAudit } from '@official-accounts/db/audit-log'
import { refusalFromConstraint } from '@official-accounts/db/constraint-errors'
import { appendEvents } from '@official-accounts/db/outbox'
import { transaction, type Tx } from '@official-accounts/db/transaction'
import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { actingAuthority, authorize, mayEver } from '@official-accounts/domain/access/authorize'
import { permissionRule } from '@official-accounts/domain/access/permissions'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import { DomainError, forbidden, type RecordReference, type Refusal } from '@official-accounts/domain/errors'
import type { Command } from './command.ts'
import { asActor, type CommandCall, type CommandEnvironment, type Seen } from './command-call.ts'
import { findAnswer, keepAnswer } from './idempotency.ts'
import { parseInput } from './parse-input.ts'
import { recordRefusal } from './record-refusal.ts'

/**
 * Runs a command and answers with the record it changed. Retries are safe with an idempotency key.
 *
 * @throws DomainError with the refusal; a refusal by authorization, state, version or clause is audited
 */
export async function runCommand<Input, Locked, Outcome>(
  environment: CommandEnvironment,
  command: Command<Input, Locked, Outcome>,
  call: CommandCall,
  rawInput: unknown,
): Promise<RecordReference> {
  const seen: Seen = { subjectId: subjectOf(rawInput), componentId: null }
  try {
    if (!mayEver(call.actor, command.permission)) throw new DomainError(doorRefusal(command, call.actor))
    const input = parseInput(command.input, rawInput)
    return await asActor(call.actor, () =>
      transaction(environment.client, (tx) => perform(environment, tx, command, call, input, seen)),
    )
  } catch (error) {
    const refusal = error instanceof DomainError ? error.refusal : refusalFromConstraint(error)
    if (refusal === null) throw error
    await recordRefusal(environment, command, call, refusal, seen)
    throw error instanceof DomainError ? error : new DomainError(refusal)
  }
}

async function perform<Input, Locked, Outcome>(
  environment: CommandEnvironment,
  tx: Tx,
  command: Command<Input, Locked, Outcome>,
  call: CommandCall,
  input: Input,
  seen: Seen,
): Promise<RecordReference> {
  const fingerprint = createHash('sha256')
    .update(`${command.name} ${canonicalJson(input)}`)
    .digest('hex')
  const answered = await findAnswer(tx, call, fingerprint)
  if (answered) return answered
  seen.subjectId = command.subjectId(input)
  const locked = await command.lock(tx, input)
  const place = command.place(locked, input)
  seen.componentId = place.componentId
  const { actor, now } = await actorNow(environment, tx, call.actor)
  refuseWith(authorize(actor, command.permission, place))
  if (place.writable === false) throw new DomainError(doorRefusal(command, actor))
  refuseWith(staleVersion(call.expectedVersion ?? null, command.version?.(locked) ?? null))
  const decision = command.decide(actor, now, input, locked)
  if (!decision.allowed) throw new DomainError(decision.refusal)
  const authority = actingAuthority(actor, command.permission, place)
  const applied = await command.apply(tx, decision.outcome, locked, { actor, now, ...authority })
  await appendAudit(tx, applied.audit, {
    actor,
    now,
    outcome: 'ACCEPTED',
    authority,
    requestId: call.requestId,
    groupId: call.groupId ?? null,
  })
  await appendEvents(environment.boss, tx, applied.events, now)
  await keepAnswer(tx, call, command.name, fingerprint, applied.result, now)
  return applied.result
}

// Roles and time are read again under the lock: nothing decides on what was true before it.
async function actorNow(
  environment: CommandEnvironment,
  tx: Tx,
  actor: Actor,
): Promise<{ actor: Actor; now: Date }> {
  const at = environment.at?.() ?? null
  const personId = personIdOf(actor)
  if (personId === null || !('acr' in actor)) return { actor, now: at ?? (await databaseNow(tx)) }
  const loaded = await loadActor(tx, personId, actor.acr, at)
  if (loaded.actor === null) throw new DomainError(forbidden('This person is deactivated.', 'V.B.5'))
  return { actor: loaded.actor, now: loaded.now }
}

function doorRefusal<Input, Locked, Outcome>(
  command: Command<Input, Locked, Outcome>,
  actor: Actor,
): Refusal {
  const refusal = authorize(actor, command.permission, { componentId: null })
  return (
    refusal ??
    forbidden(`${command.permission} is not yours to do.`, permissionRule(command.permission).clause)
  )
}

function staleVersion(expected: number | null, actual: number | null): Refusal | null {
  if (expected === null || actual === null || expected === actual) return null
  const message = `The record has changed: you saw version ${expected}, it is at ${actual}.`
  return { code: 'STALE_VERSION', message, expected, actual }
}

function refuseWith(refusal: Refusal | null): void {
  if (refusal) throw new DomainError(refusal)
}

function subjectOf(rawInput: unknown): string | null {
  if (typeof rawInput !== 'object' || rawInput === null) return null
  const id = Object.entries(rawInput).find(([key]) => key.endsWith('Id'))?.[1]
  return typeof id === 'string' && id.length <= 100 ? id : null
}
