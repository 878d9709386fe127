/** Reads a value out of a JSON column; throws where it is not what is written there. */
export type StoredReader<Value> = (value: unknown) => Value

/** A text. */
export function storedText(value: unknown): string {
  return typeof value === 'string' ? value : unreadable('a text')
}

/** True or false. */
export function storedFlag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : unreadable('true or false')
}

/** A number. */
export function storedNumber(value: unknown): number {
  return typeof value === 'number' ? value : unreadable('a number')
}

/** One of the values of an enum. */
export function storedChoice<Value extends string>(values: readonly Value[]): StoredReader<Value> {
  return (value) => values.find((one) => one === value) ?? unreadable(`one of ${values.join(', ')}`)
}

/** What another reader reads, or nothing. */
export function storedOrNull<Value>(read: StoredReader<Value>): StoredReader<Value | null> {
  return (value) => (value === null || value === undefined ? null : read(value))
}

/** A list of what another reader reads. */
export function storedList<Value>(read: StoredReader<Value>): StoredReader<readonly Value[]> {
  return (value) => (Array.isArray(value) ? value.map((member) => read(member)) : unreadable('a list'))
}

/** A record, each field by its own reader; fields that have none are left out. */
export function storedRecord<Fields extends object>(readers: {
  readonly [Name in keyof Fields]: StoredReader<Fields[Name]>
}): StoredReader<Fields> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable('a record')
    const held = new Map<string, unknown>(Object.entries(value))
    const fields = Object.entries<StoredReader<unknown>>(readers)
    return Object.fromEntries(fields.map(([name, read]) => [name, read(held.get(name))])) as Fields
  }
}

function unreadable(expected: string): never {
  throw new Error(`A stored value is not ${expected}.`)
}
