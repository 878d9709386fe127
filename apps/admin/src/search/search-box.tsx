import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import type { SearchHit } from './search.documents.ts'
import { hitPlace } from './hit-place.ts'
import { SearchOptions } from './search-options.tsx'
import { useQuickSearch, type QuickSearch } from './use-quick-search.ts'

/** By this id the shortcut finds the field. */
export const SEARCH_FIELD_ID = 'search-everything'

/** The search over all records: a combobox that shows the nearest while one types, and leads to all of them. */
export function SearchBox() {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const list = useId()
  const navigate = useNavigate()
  const quick = useQuickSearch(typed)
  const shown = open && quick.state !== 'IDLE'
  // What an arrow stood on may be another record in the next answer.
  useEffect(() => setActive(-1), [quick.text])

  function leave(): void {
    setOpen(false)
    setTyped('')
  }
  function showHit(hit: SearchHit): void {
    leave()
    void navigate(hitPlace(hit))
  }
  function showAll(): void {
    const text = typed.trim()
    if (text === '') return
    leave()
    void navigate({ to: '/search', search: { text } })
  }
  function choose(at: number): void {
    const hit = quick.hits[at]
    if (hit) showHit(hit)
    else showAll()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const next = nextOption(event.key, active, shown ? quick.hits.length : 0)
    if (next !== null) {
      event.preventDefault()
      setActive(next)
      setOpen(true)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <form
      role="search"
      className="search-box"
      aria-label="All records"
      onSubmit={(event) => {
        event.preventDefault()
        choose(shown ? active : -1)
      }}
    >
      <input
        id={SEARCH_FIELD_ID}
        className="usa-input search-box__field"
        type="text"
        role="combobox"
        aria-label="Search all records"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        placeholder="Search all records"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(-1)
          setOpen(true)
        }}
      />
      <SearchOptions id={list} shown={shown} quick={quick} active={active} onChoose={choose} />
      <span role="status" className="usa-sr-only">
        {shown ? countWords(quick) : ''}
      </span>
    </form>
  )
}

/** Which option an arrow leads to; -1 is the field itself, the one after the last hit leads to all. Null for other keys. */
function nextOption(key: string, active: number, hits: number): number | null {
  if (key === 'ArrowDown') return active >= hits ? -1 : active + 1
  if (key === 'ArrowUp') return active < 0 ? hits : active - 1
  return null
}

function countWords({ state, totalCount }: QuickSearch): string {
  if (state === 'SEARCHING') return ''
  if (state === 'FAILED') return 'The search could not be made.'
  if (totalCount === 0) return 'Nothing found.'
  return totalCount === 1 ? 'One record found.' : `${totalCount} records found. Use the arrow keys.`
}
