/** A source of chance that gives the same numbers on every run. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** mulberry32: small, fast, and good enough to spread rows. */
export function createRandom(seed: number): Random {
  let state = seed
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  return { below, pick }
}

/** A UUIDv7 of an instant and a number that no other id of the same instant has. */
export function idAt(milliseconds: number, number: number, random: Random): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const counter = (number & 0xfff).toString(16).padStart(3, '0')
  const rest = Array.from({ length: 15 }, () => random.below(16).toString(16)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-8${rest.slice(0, 3)}-${rest.slice(3)}`
}
