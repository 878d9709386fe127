import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Pager } from '../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../ui/paging.ts'
import { QueryView } from '../ui/query-view.tsx'
import { TabNav } from '../ui/tab-nav.tsx'
import { hitPlace } from './hit-place.ts'
import { hitDetails, hitTitle, kindWords, SEARCH_KINDS } from './hit-words.ts'
import { MarkedText } from './marked-text.tsx'
import { SearchQuery, type SearchHit, type SearchKind } from './search.documents.ts'

/** Everything a search found, in the address: the text, the kind, the page. */
export function SearchPage() {
  const address = useSearch({ from: '/search' })
  const navigate = useNavigate({ from: '/search' })
  const { text = '', kind } = address
  const [state, retry] = useQuery({
    query: SearchQuery,
    variables: { text, kinds: kind ? [kind] : null, first: PAGE_SIZE, after: cursorOf(address) },
    pause: text === '',
  })
  return (
    <>
      <PageHeading title={text === '' ? 'Search' : `Search: ${text}`} />
      {text === '' ? (
        <SearchHelp />
      ) : (
        <QueryView state={state} what="the results" onRetry={retry}>
          {({ search: { hits, words, counts, totalCount, hasNextPage, endCursor } }) => (
            <>
              <KindNav text={text} counts={counts} />
              <p role="status" className="list-status">
                {totalCount === 0 ? 'Nothing found.' : `${rangeWords(address, hits.length, totalCount)}.`}
              </p>
              {hits.length === 0 ? <NothingFound /> : <HitList hits={hits} words={words} />}
              <Pager
                paging={address}
                shown={hits.length}
                total={totalCount}
                next={{ hasNextPage, endCursor }}
                onGo={(paging) =>
                  void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...paging }) })
                }
              />
            </>
          )}
        </QueryView>
      )}
    </>
  )
}

interface KindNavProps {
  readonly text: string
  readonly counts: readonly { readonly kind: SearchKind; readonly count: number }[]
}

function KindNav({ text, counts }: KindNavProps) {
  const found = SEARCH_KINDS.flatMap((kind) => counts.filter((one) => one.kind === kind))
  if (found.length < 2) return null
  const all = found.reduce((sum, { count }) => sum + count, 0)
  return (
    <TabNav label="Kinds of records">
      {[
        <Link key="all" to="/search" search={{ text }} activeOptions={{ exact: true, includeSearch: true }}>
          All ({all})
        </Link>,
        ...found.map(({ kind, count }) => (
          <Link
            key={kind}
            to="/search"
            search={{ text, kind }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {kindWords(kind, true)} ({count})
          </Link>
        )),
      ]}
    </TabNav>
  )
}

function HitList({
  hits,
  words,
}: {
  readonly hits: readonly SearchHit[]
  readonly words: readonly string[]
}) {
  return (
    <ol className="hit-list">
      {hits.map((hit) => (
        <li key={hit.recordId} className="hit-list__hit">
          <Link {...hitPlace(hit)} className="usa-link">
            <MarkedText text={hitTitle(hit)} words={words} />
          </Link>
          <p className="hit-list__details">
            <MarkedText text={hitDetails(hit)} words={words} />
            {hit.foundBy !== null && (
              <>
                {'. Found by another name: '}
                <MarkedText text={hit.foundBy} words={words} />
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

function NothingFound() {
  return (
    <EmptyState title="Nothing you may see has all these words">
      <p>Try fewer words, a part of the handle, or the address of the profile. Ids are searched whole.</p>
      <p>
        What your roles do not let you see is not searched either. Whether an address is an official account,{' '}
        <a href="/verify/" className="usa-link">
          the public check
        </a>{' '}
        says.
      </p>
    </EmptyState>
  )
}

function SearchHelp() {
  return (
    <EmptyState title="Search all records">
      <p>
        Type into the field at the top: names, handles, addresses, codes of components, names of people and
        files, or the id of any record or audit entry.
      </p>
    </EmptyState>
  )
}
