import type { DirectoryEntry, DirectoryStatus } from './directory.ts'
import type { VerifyMessageCode } from './verify-messages.ts'

/** What to say, apart from the language: dates stay `YYYY-MM-DD` until `describeVerification`. */
export interface VerifyMessage {
  readonly code: VerifyMessageCode
  readonly parameters: Readonly<Record<string, string>>
}

interface StatusContext {
  readonly platform: string
  /** Names of all platforms on which a bare handle is listed; empty for an address. */
  readonly others: readonly string[]
  readonly on: string | undefined
}

/** The message for a listed account in a status, today or on the day asked about. */
export function statusMessage(
  entry: DirectoryEntry,
  status: DirectoryStatus,
  { platform, others, on }: StatusContext,
): VerifyMessage {
  const { handle, component } = entry
  const about = { handle, component, platform, platforms: others.join(', ') }
  const isOver = entry.formerHandle || entry.status === 'FORMERLY_OFFICIAL'
  if (on !== undefined && (isOver ? status !== 'FORMERLY_OFFICIAL' : status !== entry.status)) {
    return { code: `${status === 'SUSPENDED' ? 'SUSPENDED' : 'OFFICIAL'}_THEN`, parameters: { ...about, on } }
  }
  switch (status) {
    case 'OFFICIAL':
      return officialMessage(entry, about, others.length > 0)
    case 'SUSPENDED':
      return withDate('SUSPENDED', about, entry.suspendedOn)
    case 'FORMERLY_OFFICIAL':
      return formerMessage(entry, about)
  }
}

// An imported account was listed by somebody else on a day: that is never "official since" (V.B.6).
function officialMessage(
  entry: DirectoryEntry,
  about: VerifyMessage['parameters'],
  isBareHandle: boolean,
): VerifyMessage {
  if (isBareHandle) return { code: 'HANDLE_OFFICIAL', parameters: about }
  const confirmed = entry.lastConfirmedOn
  if (entry.source !== null && entry.listedOn !== null) {
    const parameters = { ...about, source: entry.source, date: entry.listedOn }
    return confirmed === null
      ? { code: 'OFFICIAL_LISTED', parameters }
      : { code: 'OFFICIAL_LISTED_CONFIRMED', parameters: { ...parameters, confirmedOn: confirmed } }
  }
  if (entry.source !== null || entry.officialSince === null) return { code: 'OFFICIAL', parameters: about }
  const parameters = { ...about, date: entry.officialSince }
  return confirmed === null
    ? { code: 'OFFICIAL_ON', parameters }
    : { code: 'OFFICIAL_CONFIRMED', parameters: { ...parameters, confirmedOn: confirmed } }
}

function formerMessage(entry: DirectoryEntry, about: VerifyMessage['parameters']): VerifyMessage {
  if (!entry.formerHandle) return withDate('FORMERLY', about, entry.retiredOn)
  if (entry.renamedTo === null) return withDate('FORMERLY', about, entry.until)
  return withDate('FORMERLY_RENAMED', { ...about, renamedTo: entry.renamedTo }, entry.until)
}

function withDate(
  code: 'SUSPENDED' | 'FORMERLY' | 'FORMERLY_RENAMED',
  about: VerifyMessage['parameters'],
  date: string | null,
): VerifyMessage {
  return date === null ? { code, parameters: about } : { code: `${code}_ON`, parameters: { ...about, date } }
}
