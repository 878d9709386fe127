import type { Role } from '@official-accounts/domain/access/roles'
import type { Concerned, Notice, Reachable } from '@official-accounts/domain/notification/notification'
import { DEFAULT_MAIL_PREFERENCE } from '@official-accounts/domain/notification/notification'
import { rolesToTell } from '@official-accounts/domain/notification/notices'
import type { TellingFacts } from '@official-accounts/domain/notification/notification-rules'
import type { Tx } from '../transaction.ts'
import { readSubject } from './event-subject.ts'
import type { EventSubject } from './event-subjects/subject.ts'

/** What is known of an event's record and people: what it is called, whose it is, and whom it concerns. */
export interface EventFacts extends TellingFacts {
  readonly subject: EventSubject
}

/** Which event, and what it happened to. */
export interface ToldEvent {
  readonly eventId: string
  readonly subjectType: string
  readonly subjectId: string
}

/** Reads all that telling people of an event looks at; null where its record is gone or of no kind that is told. */
export async function readEventFacts(
  tx: Tx,
  notice: Notice,
  { eventId, subjectType, subjectId }: ToldEvent,
  at: Date | null,
): Promise<EventFacts | null> {
  const subject = await readSubject(tx, subjectType, subjectId)
  if (subject === null) return null
  const concerned = [...subject.named, ...(await readHolders(tx, notice, subject, at))]
  const personIds = [...new Set(concerned.map(({ personId }) => personId))]
  const people = await tx.person.findMany({
    where: { id: { in: personIds }, state: 'ACTIVE', affiliation: { not: 'PROGRAM' } },
    select: { id: true, email: true, notificationPreference: { select: { mail: true } } },
    orderBy: { id: 'asc' },
  })
  const told = await tx.notification.findMany({ where: { eventId }, select: { personId: true } })
  return {
    subject,
    concerned,
    reachable: people.map(toReachable),
    told: told.map(({ personId }) => personId),
  }
}

interface PersonRow {
  readonly id: string
  readonly email: string | null
  readonly notificationPreference: { readonly mail: Reachable['mail'] } | null
}

function toReachable({ id, email, notificationPreference }: PersonRow): Reachable {
  const mail = notificationPreference?.mail ?? DEFAULT_MAIL_PREFERENCE
  return { personId: id, hasAddress: email !== null, mail }
}

// Who holds a role now, or stands in for who does: for the component or a part above it, for the department, or,
// where everybody is told, anywhere (IV.A.4).
async function readHolders(
  tx: Tx,
  notice: Notice,
  { componentId, holders = { roles: [], everywhere: false } }: EventSubject,
  at: Date | null,
): Promise<readonly Concerned[]> {
  const told = rolesToTell(notice)
  const here = holders.everywhere ? told.here : [...told.here, ...holders.roles]
  const everywhere = holders.everywhere ? [...told.everywhere, ...holders.roles] : told.everywhere
  if (here.length + everywhere.length === 0) return []
  const rows = await tx.$queryRaw<{ person_id: string; role: Role }[]>`
    WITH RECURSIVE clock AS (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS now),
    above AS (
      SELECT id, parent_id FROM component WHERE id = ${componentId}::uuid
      UNION SELECT c.id, c.parent_id FROM component c JOIN above a ON c.id = a.parent_id
    ), held AS (
      SELECT g.person_id, g.role::text AS role, g.component_id FROM role_grant g, clock
      WHERE g.revoked_at IS NULL AND g.valid_from <= now AND (g.valid_until IS NULL OR g.valid_until > now)
      UNION
      SELECT d.delegate_id, d.role::text, coalesce(d.office_id, d.component_id) FROM delegation d, clock
      WHERE d.kind IN ('ACTING', 'COVER') AND d.delegate_id IS NOT NULL AND d.account_id IS NULL
        AND d.revoked_at IS NULL AND d.ended_at IS NULL AND d.valid_from <= now AND (d.valid_until IS NULL OR d.valid_until > now)
    )
    SELECT DISTINCT person_id, role FROM held
    WHERE role = ANY(${everywhere}::text[])
      OR (role = ANY(${here}::text[]) AND CASE
        WHEN component_id IS NULL THEN role <> ALL('{COMPONENT_DIRECTOR,ACCOUNT_MANAGER,CONTENT_AUTHOR}')
        ELSE component_id IN (SELECT id FROM above)
      END)`
  return rows.flatMap(({ person_id: personId, role }): Concerned[] => [
    { personId, as: role },
    ...(holders.roles.includes(role) ? [{ personId, as: 'HOLDER' } as const] : []),
  ])
}
