/** A line of a text and what became of it in the next version. */
export interface LineChange {
  readonly line: string
  readonly change: 'KEPT' | 'ADDED' | 'REMOVED'
}

/** The lines of two texts in order: kept, added and removed, by their longest common part. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const common = commonLengths(old, fresh)
  const changes: LineChange[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      changes.push({ line: old[i] ?? '', change: 'KEPT' })
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      changes.push({ line: old[i] ?? '', change: 'REMOVED' })
      i += 1
    } else {
      changes.push({ line: fresh[j] ?? '', change: 'ADDED' })
      j += 1
    }
  }
  return changes
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}

// How many lines the rests of both texts have in common, from each place on.
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () =>
    Array<number>(fresh.length + 1).fill(0),
  )
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = rows[i]
      if (row === undefined) continue
      row[j] =
        old[i] === fresh[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1))
    }
  }
  return rows
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0
}
