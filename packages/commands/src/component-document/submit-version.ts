import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { Permission } from '@official-accounts/domain/access/permissions'
import { changesBetween, type SubjectType } from '@official-accounts/domain/audit/audit-entry'
import { allow } from '@official-accounts/domain/decision'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { DomainError, invalidInput } from '@official-accounts/domain/errors'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'
import { nameText } from '../name-text.ts'

interface Version {
  readonly id: string
  readonly number: number
  readonly state: string
}

interface NewVersion {
  readonly id: string
  readonly componentId: string
  readonly title: string
  readonly body: string
  readonly number: number
  readonly state: 'SUBMITTED'
  readonly submittedById: string
  readonly submittedAt: Date
  readonly changedAt: Date
}

/** A kind of document that a component writes in versions, each reviewed by an office. */
interface DocumentKind {
  readonly name: string
  readonly permission: Permission
  readonly subjectType: SubjectType
  readonly clause: ClauseId
  readonly event: EventKind
  /** Said where it has no text. */
  readonly emptyBody: string
  /** All versions of a component's; null where there is no such component. */
  readonly find: (tx: Tx, componentId: string) => Promise<readonly Version[] | null>
  readonly supersede: (tx: Tx, id: string, now: Date) => Promise<unknown>
  readonly create: (tx: Tx, version: NewVersion) => Promise<unknown>
}

interface Submitted {
  readonly componentId: string
  readonly title: string
  readonly body: string
}

interface LockedVersions {
  readonly componentId: string
  readonly newest: number
  /** The version that waits for its review, if one does. */
  readonly waitingId: string | null
}

/** A command by which a component submits a document of a kind, or a new version of it, for review. */
export function submitVersion(
  kind: DocumentKind,
): Command<Submitted, LockedVersions, Omit<Submitted, 'componentId'>> {
  const { name, permission, subjectType, clause, event, emptyBody } = kind
  return defineCommand({
    name,
    permission,
    subjectType,
    input: z.object({
      componentId: z.uuid(),
      title: nameText(200, 'Give it a title.'),
      body: z.string().trim().min(1, emptyBody).max(100_000, 'At most 100,000 characters.'),
    }),
    subjectId: () => null,
    lock: (tx, { componentId }) => lockVersions(tx, kind, componentId),
    place: ({ componentId }) => ({ componentId }),
    decide: (_actor, _now, { title, body }) => allow({ title, body }),
    async apply(tx, text, { componentId, newest, waitingId }, context) {
      const { now } = context
      const id = newId(now.getTime())
      const written = { ...text, number: newest + 1 }
      // What waited for a review is overtaken by what follows it.
      if (waitingId !== null) await kind.supersede(tx, waitingId, now)
      const submitted = { submittedById: decider(context), submittedAt: now, changedAt: now }
      await kind.create(tx, { ...written, ...submitted, id, componentId, state: 'SUBMITTED' })
      const changes = [
        { field: 'state', before: null, after: 'SUBMITTED' },
        ...changesBetween(['title', 'number'], {}, written),
        ...changesBetween(['supersedes'], {}, { supersedes: waitingId }),
      ]
      return {
        result: { type: subjectType, id },
        audit: [
          {
            action: permission,
            componentId,
            subjectType,
            subjectId: id,
            clauses: [clause],
            reason: null,
            changes,
          },
        ],
        events: [{ type: event, subjectType, subjectId: id }],
      }
    },
  })
}

// Who submits at the same moment waits.
async function lockVersions(tx: Tx, { subjectType, find }: DocumentKind, componentId: string) {
  const place = `${subjectType} ${componentId}`
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`
  const versions = await find(tx, componentId)
  if (versions === null) throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  return {
    componentId,
    newest: Math.max(0, ...versions.map(({ number }) => number)),
    waitingId: versions.find(({ state }) => state === 'SUBMITTED')?.id ?? null,
  }
}
