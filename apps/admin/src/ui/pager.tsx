import { Button } from '@trussworks/react-uswds'
import { FIRST_PAGE, nextPage, pageWords, previousPage, rangeWords, type Paging } from './paging.ts'

interface PagerProps {
  readonly paging: Paging
  readonly shown: number
  readonly total: number | null
  readonly next: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly onGo: (paging: Paging) => void
}

/** The way through a list's pages. */
export function Pager({ paging, shown, total, next, onGo }: PagerProps) {
  const { endCursor } = next
  const later = next.hasNextPage && endCursor !== null
  const page = paging.page ?? 1
  if (page === 1 && !later) return null
  return (
    <nav aria-label="Pages of this list" className="pager">
      <span className="pager__range">
        {pageWords(paging, total)}. {rangeWords(paging, shown, total)}.
      </span>
      {page > 2 && (
        <Button type="button" outline onClick={() => onGo(FIRST_PAGE)}>
          First page
        </Button>
      )}
      {page > 1 && (
        <Button type="button" outline onClick={() => onGo(previousPage(paging))}>
          Previous page
        </Button>
      )}
      {later && (
        <Button type="button" outline onClick={() => onGo(nextPage(paging, endCursor))}>
          Next page
        </Button>
      )}
    </nav>
  )
}
