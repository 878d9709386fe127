import type { LoadedActor } from '@official-accounts/db/actor-store'
import type { Services } from '@official-accounts/schema/context'

// A role may begin or end by the clock without any commit; a command looks again under its lock in any case.
const LONGEST_MS = 1_000
const MOST_ACTORS = 1_000

/** Reads an actor, or remembers what was read while nothing has been committed since. */
export type ActorCache = (key: string, read: () => Promise<LoadedActor>) => Promise<LoadedActor>

interface Generation {
  readonly version: string
  readonly since: number
  readonly actors: Map<string, Promise<LoadedActor>>
}

/**
 * Remembers who callers are between two commits and for a second at most: a role taken back no longer counts from the
 * next request on. Whoever reads has to read from the database that tells the version, not from a replica of it.
 */
export function createActorCache(services: Pick<Services, 'dataVersion'>): ActorCache {
  let generation: Generation = { version: '', since: 0, actors: new Map() }

  function generationOf(version: string): Generation {
    const isOld = performance.now() - generation.since > LONGEST_MS || generation.actors.size >= MOST_ACTORS
    if (version !== generation.version || isOld) {
      generation = { version, since: performance.now(), actors: new Map() }
    }
    return generation
  }

  return async function load(key, read) {
    const { actors } = generationOf(await services.dataVersion())
    const known = actors.get(key)
    if (known !== undefined) return known
    const reading = read()
    actors.set(key, reading)
    reading.catch(() => actors.delete(key))
    return reading
  }
}
