/** Moves the focus to the first link of the next or previous row of the page's list; stays at its ends. */
export function stepRow(by: 1 | -1): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>('main tbody tr, main .hit-list > li, main .entry-list > li'),
  ]
  const stops = rows.flatMap((row) => row.querySelector<HTMLElement>('a[href], button, summary') ?? [])
  const row = document.activeElement?.closest('tr, li')
  const at = stops.findIndex((stop) => row?.contains(stop) === true)
  const next = at < 0 && by < 0 ? -1 : at + by
  stops[next]?.focus()
}
