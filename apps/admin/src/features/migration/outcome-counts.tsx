import { enumWords } from '../../ui/words.ts'
import { readCounts } from './read-counts.ts'

/** How many rows came out how. */
export function OutcomeCounts({ counts }: { readonly counts: unknown }) {
  const known = readCounts(counts)
  if (known.length === 0) return <p>Nothing was counted.</p>
  return (
    <ul className="outcome-counts">
      {known.map(({ outcome, count }) => (
        <li key={outcome}>
          <strong>{count.toLocaleString('en-US')}</strong> {enumWords(outcome).toLowerCase()}
        </li>
      ))}
    </ul>
  )
}
