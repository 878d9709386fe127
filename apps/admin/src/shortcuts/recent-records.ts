/** A record somebody opened, by its name and the address of its page. */
export interface RecentRecord {
  readonly title: string
  readonly href: string
}

const PLACE = 'official-accounts.recent'
const MOST = 8

/** Notes that a record was opened; the latest comes first, each once. */
export function noteRecent(storage: Storage, record: RecentRecord): void {
  const others = readRecent(storage).filter(({ href }) => href !== record.href)
  try {
    storage.setItem(PLACE, JSON.stringify([record, ...others].slice(0, MOST)))
  } catch {
    // A browser that keeps nothing has no recent records.
  }
}

/** The records opened last, the latest first. */
export function readRecent(storage: Storage): RecentRecord[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(PLACE) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecord) : []
  } catch {
    return []
  }
}

/** Forgets them: for a sign-out on purpose, after which the next person at the machine sees none. */
export function forgetRecent(storage: Storage): void {
  try {
    storage.removeItem(PLACE)
  } catch {
    // Nothing was kept there either.
  }
}

function isRecord(value: unknown): value is RecentRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'href' in value &&
    typeof value.href === 'string' &&
    value.href.startsWith('/')
  )
}
