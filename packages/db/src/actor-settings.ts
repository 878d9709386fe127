import { AsyncLocalStorage } from 'node:async_hooks'

/** Whose eyes the policies of row-level security look through; the migration "walls" gives them their sense. */
export interface ActorSettings {
  readonly scope: 'system' | 'department' | 'component' | 'listed' | 'public'
  readonly components: readonly string[]
  readonly person: string | null
}

/** A statement was about to run for nobody in particular. */
export class MissingActorError extends Error {
  readonly code = 'MISSING_ACTOR'

  constructor() {
    super('A database statement needs an actor: run it inside runAs().')
    this.name = 'MissingActorError'
  }
}

const storage = new AsyncLocalStorage<ActorSettings>()

/**
 * Runs work for an actor. Prisma's promises begin when awaited: the work has to await them itself, or they
 * run outside.
 */
export function runAs<Result>(settings: ActorSettings, work: () => Promise<Result>): Promise<Result> {
  return storage.run(settings, async () => await work())
}

/**
 * The actor the present work runs for.
 *
 * @throws MissingActorError outside runAs()
 */
export function currentSettings(): ActorSettings {
  const settings = storage.getStore()
  if (settings === undefined) throw new MissingActorError()
  return settings
}
