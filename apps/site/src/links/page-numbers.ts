/** A page's number, or null where numbers are left out. */
export type PageNumber = number | null

/**
 * The numbers a pagination shows: the first, the last, and those beside the current page. A gap of one page shows
 * that page, so nothing is hidden for nothing.
 */
export function pageNumbers(current: number, count: number): PageNumber[] {
  const wanted = [1, current - 1, current, current + 1, count].filter((page) => page >= 1 && page <= count)
  const shown = [...new Set(wanted)].toSorted((a, b) => a - b)
  return shown.flatMap((page, at) => {
    const missing = page - (shown[at - 1] ?? 0) - 1
    if (missing === 0) return [page]
    return missing === 1 ? [page - 1, page] : [null, page]
  })
}
