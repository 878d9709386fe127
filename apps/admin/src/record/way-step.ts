/** A state a record came into: when, by what. */
export interface WayStep<State> {
  readonly state: State
  /** When; null where nobody recorded it. */
  readonly at: string | null
  /** By what, in words; empty where it is not known. */
  readonly how: string
}

/** Orders what brought a record from state to state, and ends it with the state it stands in now. */
export function wayThrough<State extends string>(
  steps: readonly WayStep<State>[],
  current: State,
): readonly WayStep<State>[] {
  const ordered = steps.toSorted((a, b) =>
    (a.at ?? '') < (b.at ?? '') ? -1 : Number((a.at ?? '') > (b.at ?? '')),
  )
  const distinct = ordered.filter(({ state }, at) => state !== ordered[at - 1]?.state)
  return distinct.at(-1)?.state === current ? distinct : [...distinct, { state: current, at: null, how: '' }]
}
