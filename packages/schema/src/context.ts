import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { Actor } from '@official-accounts/domain/access/actor'

/** What resolvers reach the outside with; made once by the server. */
export interface Services {
  /** Reads for signed-in actors, under row-level security. */
  readonly read: PrismaClient
  /** Reads for everybody, as the public database role: the directory's views and nothing else. */
  readonly directory: PrismaClient
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
