import type { ReactNode } from 'react'
import { hitDetails, hitTitle } from './hit-words.ts'
import { MarkedText } from './marked-text.tsx'
import type { QuickSearch } from './use-quick-search.ts'

interface SearchOptionsProps {
  readonly id: string
  readonly shown: boolean
  readonly quick: QuickSearch
  readonly active: number
  readonly onChoose: (at: number) => void
}

/** The records found while somebody types, and the way to all of them. */
export function SearchOptions({ id, shown, quick, active, onChoose }: SearchOptionsProps) {
  const { hits, words, totalCount, state } = quick
  return (
    <div id={id} role="listbox" aria-label="Records found" className="search-box__list" hidden={!shown}>
      {hits.map((hit, at) => (
        <SearchOption
          key={hit.recordId}
          id={`${id}-${at}`}
          active={at === active}
          onChoose={() => onChoose(at)}
        >
          <strong>
            <MarkedText text={hitTitle(hit)} words={words} />
          </strong>
          <span className="search-box__details">
            <MarkedText text={hitDetails(hit)} words={words} />
            {hit.foundBy !== null && (
              <>
                {' · also '}
                <MarkedText text={hit.foundBy} words={words} />
              </>
            )}
          </span>
        </SearchOption>
      ))}
      <SearchOption
        id={`${id}-${hits.length}`}
        active={active === hits.length}
        onChoose={() => onChoose(hits.length)}
      >
        {allWords(state, totalCount)}
      </SearchOption>
    </div>
  )
}

interface SearchOptionProps {
  readonly id: string
  readonly active: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function SearchOption({ id, active, onChoose, children }: SearchOptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className="search-box__option"
      // The field keeps the focus while an option is clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}

function allWords(state: QuickSearch['state'], totalCount: number): string {
  if (state === 'FAILED') return 'The search could not be made. Press Enter to try on a page of its own.'
  if (state === 'SEARCHING') return 'Searching…'
  if (totalCount === 0) return 'Nothing found. See how to search.'
  return totalCount === 1 ? 'Show the one result on a page' : `Show all ${totalCount} results`
}
