import type { DomainEvent } from '@official-accounts/db/outbox'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { notFound } from '@official-accounts/domain/errors'
import { exceptionTurn, type ExceptionTurn } from '@official-accounts/domain/lapse/lapse'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

/**
 * Takes note that granted exceptions have begun or run out by their dates, and tells it, so that what they lift or held
 * open is looked at in that instant: findings and the times that run against accounts (V.B.12). What they lift follows
 * from their dates alone. NOT_FOUND, which leaves no trace, where nothing has turned.
 */
export const followExceptions = defineCommand({
  name: 'followExceptions',
  permission: 'exception.follow',
  subjectType: 'Exception',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(50) }),
  subjectId: () => null,
  async lock(tx, { ids }) {
    await tx.$queryRaw`SELECT id FROM exception WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    return tx.exception.findMany({
      where: { id: { in: ids }, state: 'GRANTED' },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        componentId: true,
        clauses: true,
        validFrom: true,
        validUntil: true,
        begunAt: true,
        endedAt: true,
      },
    })
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, exceptions) {
    const [first, ...rest] = exceptions
      .map((exception) => ({ ...exception, ...exceptionTurn(exception, now) }))
      .filter(({ begins, ends }) => begins || ends)
    return first ? allow([first, ...rest] as const) : refuse(notFound('exception to follow'))
  },
  async apply(tx, turned, _locked, { now }) {
    const idsOf = (turn: keyof ExceptionTurn) => turned.filter((one) => one[turn]).map(({ id }) => id)
    const version = { increment: 1 }
    await tx.exception.updateMany({ where: { id: { in: idsOf('begins') } }, data: { begunAt: now } })
    await tx.exception.updateMany({ where: { id: { in: idsOf('ends') } }, data: { endedAt: now } })
    const ids = turned.map(({ id }) => id)
    await tx.exception.updateMany({ where: { id: { in: ids } }, data: { version, changedAt: now } })
    const [first, ...rest] = turned
    return {
      result: { type: 'Exception', id: first.id },
      audit: [entryFor(first, now), ...rest.map((exception) => entryFor(exception, now))],
      events: turned.map(eventFor),
    }
  },
})

interface Turned extends ExceptionTurn {
  readonly id: string
  readonly componentId: string | null
  readonly clauses: readonly string[]
}

function entryFor({ id, componentId, clauses, begins, ends }: Turned, now: Date): AuditEntry {
  const at = now.toISOString()
  return {
    action: 'exception.follow',
    componentId,
    subjectType: 'Exception',
    subjectId: id,
    clauses: ['V.B.12', ...clauses.filter(isClauseId)],
    reason: ends ? 'Its time has ended.' : 'Its time has begun.',
    changes: [
      ...(begins ? [{ field: 'begunAt', before: null, after: at }] : []),
      ...(ends ? [{ field: 'endedAt', before: null, after: at }] : []),
    ],
  }
}

function eventFor({ id, ends }: Turned): DomainEvent {
  return { type: ends ? 'exception.ended' : 'exception.begun', subjectType: 'Exception', subjectId: id }
}
