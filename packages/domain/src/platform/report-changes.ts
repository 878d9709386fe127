/** One thing that a report says otherwise than the one before it; null for nothing said. */
export interface ReportChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What a report says, field by field, as texts. */
export type ReportTexts = Readonly<Record<string, string | null>>

/** What differs between two reports, in the order of the later one's fields. */
export function reportChanges(before: ReportTexts, after: ReportTexts): readonly ReportChange[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return fields.flatMap((field) => {
    const change = { field, before: before[field] ?? null, after: after[field] ?? null }
    return change.before === change.after ? [] : [change]
  })
}
