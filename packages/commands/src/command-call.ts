import { runAs } from '@official-accounts/db/actor-settings'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { PgBoss } from '@official-accounts/db/outbox'
import { settingsFor } from '@official-accounts/db/visibility'
import { writeReach, type Actor } from '@official-accounts/domain/access/actor'

/** What every command needs from outside; the server builds it once. */
export interface CommandEnvironment {
  readonly client: PrismaClient
  readonly boss: PgBoss
  /** A fixed instant in tests; null for the database's clock. */
  readonly at: (() => Date) | null
}

/** What comes with one call of a command. */
export interface CommandCall {
  readonly actor: Actor
  readonly requestId: string | null
  readonly idempotencyKey?: string | null
  readonly expectedVersion?: number | null
  readonly groupId?: string | null
}

/** What is known of the record when a command is refused. */
export interface Seen {
  subjectId: string | null
  componentId: string | null
}

/** Runs database work with the settings that row-level security reads for this actor's writes. */
export function asActor<Result>(actor: Actor, work: () => Promise<Result>): Promise<Result> {
  return runAs(settingsFor(writeReach(actor)), work)
}
