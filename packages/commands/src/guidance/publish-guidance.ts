import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, invalidInput, notFound, type Refusal } from '@official-accounts/domain/errors'
import {
  GUIDANCE_KINDS,
  GUIDANCE_TOPICS,
  type GuidanceKind,
  type GuidanceTopic,
} from '@official-accounts/domain/guidance/guidance'
import { checkGuidancePublication } from '@official-accounts/domain/guidance/guidance-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { nameText } from '../name-text.ts'

const instant = z
  .date()
  .or(
    z.iso.datetime({ offset: true, error: 'An instant such as 2027-01-31T00:00:00Z.' }).pipe(z.coerce.date()),
  )

const input = z.object({
  /** The document it is a new version of; a new one when not given. */
  documentId: z.uuid().nullish(),
  kind: z.enum(GUIDANCE_KINDS).nullish(),
  topic: z.enum(GUIDANCE_TOPICS).nullish(),
  title: nameText(200, 'Give it a title.').nullish(),
  body: z.string().trim().min(1, 'Say what is to be followed.').max(100_000, 'At most 100,000 characters.'),
  changeSummary: z.string().trim().min(1, 'Say what is new.').max(4000, 'At most 4,000 characters.'),
  roles: z
    .array(z.enum(ROLE_NAMES))
    .max(ROLE_NAMES.length)
    .transform((roles) => [...new Set(roles)].sort()),
  effectiveFrom: instant.nullish(),
  processesReviewedBy: instant.nullish(),
})

type Input = z.infer<typeof input>

interface Head {
  readonly id: string
  readonly kind: GuidanceKind
  readonly topic: GuidanceTopic
  readonly title: string
  readonly version: number
  /** The number of its newest version; 0 before the first. */
  readonly newest: number
}

/** Publishes a document of guidance or policy, or a new version of one, with the day it takes effect (IV.A.3, OIG.3). */
export const publishGuidance = defineCommand({
  name: 'publishGuidance',
  permission: 'guidance.publish',
  subjectType: 'GuidanceDocument',
  input,
  subjectId: ({ documentId }) => documentId ?? null,
  lock: async (tx: Tx, { documentId }: Input) => ({
    found: documentId ? await lockDocument(tx, documentId) : null,
  }),
  place: () => ({ componentId: null }),
  version: ({ found }) => found?.version ?? 0,
  decide(actor, now, request, { found }) {
    const head = headOf(request, found)
    if ('code' in head) return refuse(head)
    const { body, changeSummary, roles, processesReviewedBy = null } = request
    const effectiveFrom = request.effectiveFrom ?? now
    const dates = { effectiveFrom, processesReviewedBy }
    const refusal = checkGuidancePublication(actor, { kind: head.kind, ...dates }, now)
    return refusal ? refuse(refusal) : allow({ head, version: { body, changeSummary, roles, ...dates } })
  },
  async apply(tx, { head, version }, { found }, context) {
    const { now } = context
    const { newest, version: seen, ...document } = head
    const id = found?.id ?? newId(now.getTime())
    const number = newest + 1
    await (found
      ? tx.guidanceDocument.updateMany({ where: { id }, data: { version: seen + 1, changedAt: now } })
      : tx.guidanceDocument.createMany({ data: [{ ...document, id, createdAt: now, changedAt: now }] }))
    const row = { ...version, id: newId(now.getTime()), documentId: id, number }
    await tx.guidanceVersion.createMany({
      data: [{ ...row, publishedById: decider(context), publishedAt: now }],
    })
    const kept = { ...document, ...version, number }
    return {
      result: { type: 'GuidanceDocument', id },
      audit: [
        {
          action: 'guidance.publish',
          componentId: null,
          subjectType: 'GuidanceDocument',
          subjectId: id,
          clauses: [head.kind === 'POLICY' ? 'OIG.3' : 'IV.A.3'],
          reason: version.changeSummary,
          changes: changesBetween(
            ['kind', 'topic', 'title', 'number', 'roles', 'effectiveFrom', 'processesReviewedBy'],
            {},
            kept,
          ),
        },
      ],
      events: [{ type: 'guidance.published', subjectType: 'GuidanceDocument', subjectId: id }],
    }
  },
})

// A new version keeps what its document is; a new document says it.
function headOf({ kind, topic, title }: Input, found: Head | null): Head | Refusal {
  if (found !== null) {
    if (kind && kind !== found.kind) return invalidInput('kind', 'A version is of the kind of its document.')
    return topic && topic !== found.topic
      ? invalidInput('topic', 'A version is about the topic of its document.')
      : found
  }
  if (!kind) return invalidInput('kind', 'Say whether it is guidance or policy.')
  if (!topic) return invalidInput('topic', 'Say what it is about.')
  if (!title) return invalidInput('title', 'Give it a title.')
  return { id: '', kind, topic, title, version: 0, newest: 0 }
}

async function lockDocument(tx: Tx, id: string): Promise<Head> {
  await tx.$queryRaw`SELECT id FROM guidance_document WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.guidanceDocument.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      id: true,
      kind: true,
      topic: true,
      title: true,
      version: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  if (row === null) throw new DomainError(notFound('document'))
  const { versions, ...head } = row
  return { ...head, newest: versions[0]?.number ?? 0 }
}
