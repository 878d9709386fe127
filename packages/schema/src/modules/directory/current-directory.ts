import type { Directory } from '@official-accounts/domain/directory/directory'
import type { Services } from '../../context.ts'
import { loadDirectory } from './load-directory.ts'
import { readStatus } from './status.ts'

interface Loaded {
  readonly digest: string
  readonly day: string
  readonly directory: Directory
}

interface Held {
  readonly version: string
  readonly day: string
  readonly loading: Promise<Loaded>
}

// One directory for each set of services, and so for each process; a test's own services have their own.
const held = new WeakMap<Services, Held>()

/**
 * The directory as it is now, for a day's questions. It is kept while nothing is committed; after a commit its digest
 * is read, and only another digest loads it again: what the department does all day rarely concerns the public.
 */
export async function currentDirectory(services: Services, day: string): Promise<Directory> {
  const version = await services.dataVersion()
  const before = held.get(services)
  if (before?.version === version && before.day === day) return (await before.loading).directory
  const now = { version, day, loading: refresh(services, day, before?.loading ?? null) }
  held.set(services, now)
  try {
    return (await now.loading).directory
  } catch (error) {
    // The next question asks again.
    if (held.get(services) === now) held.set(services, { ...now, version: '' })
    throw error
  }
}

async function refresh(services: Services, day: string, before: Promise<Loaded> | null): Promise<Loaded> {
  const { digest } = await readStatus(services.directory)
  const known = await before?.catch(() => null)
  if (known?.digest === digest && known.day === day) return known
  return { digest, day, directory: await loadDirectory(services.directory, day) }
}
