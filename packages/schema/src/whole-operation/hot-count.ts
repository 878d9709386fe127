/** Declares that a page's field counts all that its conditions meet; goes into the field's `extensions`. */
export const HOT_COUNT = { kind: 'COUNT' } as const

/** Whether an extension is that declaration. */
export function isHotCount(value: unknown): boolean {
  return value === HOT_COUNT
}
