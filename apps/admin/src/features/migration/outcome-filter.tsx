import { enumWords } from '../../ui/words.ts'
import type { ROW_OUTCOMES } from './import-search.ts'
import { readCounts } from './read-counts.ts'

type Outcome = (typeof ROW_OUTCOMES)[number]

interface OutcomeFilterProps {
  readonly counts: unknown
  readonly chosen: Outcome | undefined
  readonly onChoose: (outcome: Outcome | undefined) => void
}

/** How many rows come out how, and the choice of those that are shown. */
export function OutcomeFilter({ counts, chosen, onChoose }: OutcomeFilterProps) {
  const known = readCounts(counts)
  const total = known.reduce((sum, { count }) => sum + count, 0)
  const choices = [{ outcome: undefined, count: total }, ...known]
  return (
    <div role="group" aria-label="Show the rows by their outcome" className="outcome-filter">
      {choices.map(({ outcome, count }) => (
        <button
          key={outcome ?? 'ALL'}
          type="button"
          className="usa-button usa-button--outline"
          aria-pressed={outcome === chosen}
          onClick={() => onChoose(outcome)}
        >
          {outcome === undefined ? 'All' : enumWords(outcome)}{' '}
          <strong>{count.toLocaleString('en-US')}</strong>
        </button>
      ))}
    </div>
  )
}
