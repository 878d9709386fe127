/** What of a score is added up. */
export interface Counts {
  readonly checked: number
  readonly met: number
  readonly open: number
  readonly excepted: number
}

/** Scores added up under one name. */
export interface Sum extends Counts {
  readonly key: string
  readonly name: string
}

/** Adds scores up by a key, in the order in which the keys come first. */
export function sumBy<Score extends Counts>(
  scores: readonly Score[],
  keyOf: (score: Score) => { readonly key: string; readonly name: string },
): readonly Sum[] {
  const sums = new Map<string, Sum>()
  for (const score of scores) {
    const { key, name } = keyOf(score)
    const sum = sums.get(key) ?? { key, name, checked: 0, met: 0, open: 0, excepted: 0 }
    sums.set(key, {
      key,
      name,
      checked: sum.checked + score.checked,
      met: sum.met + score.met,
      open: sum.open + score.open,
      excepted: sum.excepted + score.excepted,
    })
  }
  return [...sums.values()]
}

/** The share that is met, in whole percent and never rounded up to all; a dash where nothing is asked. */
export function shareMet({ checked, met }: Counts): string {
  return checked === 0 ? '–' : `${Math.floor((met / checked) * 100)} %`
}
