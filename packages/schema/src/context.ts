import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { RunTextStatement } from '@official-accounts/db/text-statement'
import type { StatementSender } from '@official-accounts/db/transaction-connection'
import type { Actor } from '@official-accounts/domain/access/actor'

/** What resolvers reach the outside with; made once by the server. */
export interface Services {
  /** Reads for signed-in actors, under row-level security. */
  readonly read: PrismaClient
  /** Reads for everybody, as the public database role: the directory's views and nothing else. */
  readonly directory: PrismaClient
  /** The same two for operations that are one statement, and `rows` for what is read with every request. */
  readonly statements: {
    readonly read: RunTextStatement
    readonly directory: RunTextStatement
    readonly rows: StatementSender
  }
  /** A text that changes with every commit; what was committed before the call is in it. */
  readonly dataVersion: () => Promise<string>
  readonly commands: CommandEnvironment
}

/** What a resolver knows of the request it answers. */
export interface RequestContext {
  readonly actor: Actor
  readonly requestId: string
  readonly services: Services
}

/** The instant reading goes by: the fixed one in tests, else the server's clock. Decisions use the database's. */
export function requestNow({ services }: RequestContext): Date {
  return services.commands.at?.() ?? new Date()
}
