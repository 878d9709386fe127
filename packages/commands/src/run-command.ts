import { createHash } from 'node:crypto'
import { databaseNow, loadActor } from '@official-accounts/db/actor-store'
import { appendAudit, type ChainHead } from '@official-accounts/db/audit-log'
import { refusalFromConstraint } from '@official-accounts/db/constraint-errors'
import { eventStatement } from '@official-accounts/db/outbox'
import { transaction, type Tx } from '@official-accounts/db/transaction'
import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { actingAuthority, mayEver, type Place } from '@official-accounts/domain/access/authorize'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import { DomainError, forbidden, type RecordReference } from '@official-accounts/domain/errors'
import type { Command } from './command.ts'
import { asActor, type CommandCall, type CommandEnvironment, type Seen } from './command-call.ts'
import { answerStatement, findAnswer } from './idempotency.ts'
import { doorRefusal, judgeCommand } from './judge-command.ts'
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
  const { actor, now, head } = await actorNow(environment, tx, call.actor, place)
  const expectedVersion = call.expectedVersion ?? null
  const decision = judgeCommand(command, { actor, now, input, expectedVersion }, locked)
  if (!decision.allowed) throw new DomainError(decision.refusal)
  const authority = actingAuthority(actor, command.permission, place)
  const applied = await command.apply(tx, decision.outcome, locked, { actor, now, ...authority })
  const beside = [
    await eventStatement(environment.boss, applied.events, now, personIdOf(actor)),
    answerStatement(call, command.name, fingerprint, applied.result, now),
  ]
  await appendAudit(
    tx,
    applied.audit,
    {
      actor,
      now,
      outcome: 'ACCEPTED',
      authorities: applied.audit.map(() => authority),
      requestId: call.requestId,
      groupId: call.groupId ?? null,
    },
    { held: head, beside: beside.filter((statement) => statement !== null) },
  )
  return applied.result
}

interface ActorNow {
  readonly actor: Actor
  readonly now: Date
  readonly head: ChainHead | null
}

// Roles and time are read again under the lock: nothing decides on what was true before it. A component's chain is
// locked in the same statement. The department's is not: what is done there may take long, and everybody needs it.
async function actorNow(
  environment: CommandEnvironment,
  tx: Tx,
  actor: Actor,
  place: Place,
): Promise<ActorNow> {
  const at = environment.at?.() ?? null
  const personId = personIdOf(actor)
  if (personId === null || !('acr' in actor)) return { actor, now: at ?? (await databaseNow(tx)), head: null }
  const chainId = place.writable === false ? null : place.componentId
  const loaded = await loadActor(tx, personId, actor.acr, { at, chainId })
  if (loaded.actor === null) throw new DomainError(forbidden('This person is deactivated.', 'V.B.5'))
  // How strong the sign-in was is the request's to say; everything else has been read again.
  const { neededAcr } = actor
  return {
    actor: neededAcr === undefined ? loaded.actor : { ...loaded.actor, neededAcr },
    now: loaded.now,
    head: loaded.head,
  }
}

function subjectOf(rawInput: unknown): string | null {
  if (typeof rawInput !== 'object' || rawInput === null) return null
  const id = Object.entries(rawInput).find(([key]) => key.endsWith('Id'))?.[1]
  return typeof id === 'string' && id.length <= 100 ? id : null
}
