import type { FailureCode } from '@official-accounts/domain/publication/publication'
import type { Inspection } from '../inspection/inspect-pages.ts'

const MOST_LINES = 20

/** Why a build is not published: the message may be shown to anybody, the detail to the department's offices. */
export class PublicationFault extends Error {
  override readonly name = 'PublicationFault'
  readonly code: FailureCode
  readonly detail: string | null

  constructor(code: FailureCode, message: string, detail: string | null = null, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.detail = detail
  }
}

/** The directory would lose more accounts than may go at once. */
export function collapsed(before: number, now: number): PublicationFault {
  return new PublicationFault(
    'COUNT_COLLAPSED',
    `The directory would have shrunk from ${before} to ${now} accounts.`,
    'Publish again and accept the loss if this is right.',
  )
}

/** The first thing an inspection found, the gravest first; null where nothing stands against publishing. */
export function faultOf(inspection: Inspection): PublicationFault | null {
  const { personalData, missingAccounts, brokenLinks, manifestFaults } = inspection
  if (personalData.length > 0) {
    const message = 'The pages would have held something about a person.'
    return new PublicationFault('PERSONAL_DATA', message, listed(personalData))
  }
  if (missingAccounts.length > 0) {
    const message = `Listed accounts have no page: ${missingAccounts.length}.`
    return new PublicationFault('ACCOUNT_PAGES_MISSING', message, listed(missingAccounts))
  }
  if (brokenLinks.length > 0) {
    const message = `Links inside the site lead nowhere: ${brokenLinks.length}.`
    return new PublicationFault('LINKS_BROKEN', message, listed(brokenLinks))
  }
  if (manifestFaults.length === 0) return null
  const message = 'The manifest does not agree with the files.'
  return new PublicationFault('MANIFEST_INCOMPLETE', message, listed(manifestFaults))
}

function listed(lines: readonly string[]): string {
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more`] : []
  return [...lines.slice(0, MOST_LINES), ...more].join('\n').slice(0, 4000)
}
