/** Where a row says it is from: the register, its record there, and the day the register gives. */
export interface SourceLine {
  readonly source: string
  readonly record: string | null
  /** YYYY-MM-DD, or null where no day is stated. */
  readonly listedOn: string | null
}

const LONGEST_SOURCE = 300
const REGISTER_RECORD = /^(.+), record (\S{1,40}), last updated (\d{4}-\d{2}-\d{2})$/
const WRITTEN_DAY = /\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})\b/
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * Reads a source as the department's lists write it: `<register>, record <id>, last updated <day>`, or any other
 * text, in which a day is taken only when it is written out (16 Apr 2018). A month or a digit in an address is none.
 */
export function readSourceLine(text: string): SourceLine {
  const line = text.trim()
  const [, register, record, updated] = REGISTER_RECORD.exec(line) ?? []
  if (register !== undefined && record !== undefined) {
    return { source: cut(register), record, listedOn: realDay(updated ?? '') }
  }
  const [, day = '', month = '', year = ''] = WRITTEN_DAY.exec(line) ?? []
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0')
  return { source: cut(line), record: null, listedOn: realDay(`${year}-${number}-${day.padStart(2, '0')}`) }
}

/** The text when it is a day of the calendar as YYYY-MM-DD, else null. */
export function realDay(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const instant = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text ? null : text
}

function cut(text: string): string {
  return text.length <= LONGEST_SOURCE ? text : `${text.slice(0, LONGEST_SOURCE - 1)}…`
}
