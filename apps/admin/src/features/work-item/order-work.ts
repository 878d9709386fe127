interface Dated {
  readonly dueOn: string | null
  readonly since: string
}

/** Overdue first, then what is due next, then what has waited longest without a date. */
export function orderWork<Item extends Dated>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => {
    if (a.dueOn !== b.dueOn) return (a.dueOn ?? LAST) < (b.dueOn ?? LAST) ? -1 : 1
    return a.since < b.since ? -1 : a.since > b.since ? 1 : 0
  })
}

const LAST = '9999-12-31'
