import type { ImportPreview } from './import.documents.ts'

type FactChange = ImportPreview['rows'][number]['changes'][number]

const LABELS: Readonly<Record<string, string>> = {
  component: 'Component',
  title: 'Name',
  language: 'Language',
  source: 'Source',
  listedOn: 'Listed on',
}

/** What a row changes of an account, field by field; for a new account what it begins with. */
export function FactChanges({ changes }: { readonly changes: readonly FactChange[] }) {
  if (changes.length === 0) return 'Nothing'
  return (
    <ul className="fact-changes">
      {changes.map((change) => (
        <li key={change.field}>{changeWords(change)}</li>
      ))}
    </ul>
  )
}

/** One change of a fact in words: `Name: “Old” becomes “New”`. */
export function changeWords({ field, before, after }: FactChange): string {
  const now = after ?? 'not known'
  return `${LABELS[field] ?? field}: ${before === null ? now : `“${before}” becomes “${now}”`}`
}
