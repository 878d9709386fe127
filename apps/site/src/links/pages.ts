export interface Page<Item> {
  number: number
  count: number
  /** Items on all pages together. */
  total: number
  items: Item[]
}

const pageSize = 100

/** Cuts a list into pages of 100; an empty list has one empty page, so that its address exists. */
export function intoPages<Item>(items: readonly Item[]): Page<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / pageSize))
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    total: items.length,
    items: items.slice(index * pageSize, (index + 1) * pageSize),
  }))
}
