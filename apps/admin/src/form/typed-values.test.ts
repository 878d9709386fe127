import { describe, expect, it } from 'vitest'
import type { FormField } from './form-field.ts'
import { findConflicts, settleConflicts, typeValue } from './typed-values.ts'

const FIELDS: readonly FormField[] = [
  { name: 'title', label: 'Name', control: 'TEXT' },
  { name: 'purpose', label: 'Purpose', control: 'LONG_TEXT' },
  { name: 'audience', label: 'Audience', control: 'TEXT' },
]
const INITIAL = { title: 'Region 9', purpose: 'Warns', audience: '' }
const NOTHING = { typed: {}, base: {} }

describe('what is typed while somebody else changes the record', () => {
  it('is a conflict where both changed the same field differently, and nowhere else', () => {
    const mine = typeValue(typeValue(NOTHING, INITIAL, 'title', 'Region Nine'), INITIAL, 'audience', 'All')
    const latest = { title: 'Region IX', purpose: 'Warns early', audience: '' }
    expect(findConflicts(FIELDS, mine, latest)).toEqual([
      { name: 'title', label: 'Name', was: 'Region 9', theirs: 'Region IX', yours: 'Region Nine' },
    ])
    expect(findConflicts(FIELDS, mine, { ...INITIAL, title: 'Region Nine' })).toEqual([])
  })

  it('stands or gives way as chosen, and is no conflict any more', () => {
    const mine = typeValue(typeValue(NOTHING, INITIAL, 'title', 'Mine'), INITIAL, 'purpose', 'My own')
    const latest = { title: 'Theirs', purpose: 'Their own', audience: 'All' }
    const settled = settleConflicts(mine, latest, { title: 'THEIRS', purpose: 'YOURS' })
    expect(settled).toEqual({ typed: { purpose: 'My own' }, base: { purpose: 'Their own' } })
    expect(findConflicts(FIELDS, settled, latest)).toEqual([])
  })

  it('keeps what the field held at first through many keys', () => {
    const mine = typeValue(typeValue(NOTHING, INITIAL, 'title', 'R'), INITIAL, 'title', 'Re')
    expect(mine).toEqual({ typed: { title: 'Re' }, base: { title: 'Region 9' } })
    expect(typeValue(mine, INITIAL, 'title', 'Region 9')).toEqual(NOTHING)
  })
})
