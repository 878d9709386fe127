import { describe, expect, it } from 'vitest'
import { factChanges } from './fact-changes.ts'
import type { IdentifiedRow } from './identified-row.ts'
import type { KnownAccount } from './known-identity.ts'

const ROW: IdentifiedRow = {
  rowNumber: 1,
  status: 'PUBLISHED',
  platformId: 'x',
  platformName: 'X',
  platformUsable: true,
  canonicalKey: 'testoutpost',
  handle: 'testoutpost',
  profileUrl: 'https://x.com/testoutpost',
  title: 'Test Outpost',
  language: null,
  source: 'Register B',
  listedOn: '2024-05-01',
  component: { id: 'c2', code: 'FEMA', name: 'F', department: false },
  componentLabel: 'FEMA',
  personSign: null,
  namesPersonIn: [],
  newAccountId: 'new',
}
const ACCOUNT: KnownAccount = {
  id: 'a',
  state: 'ACTIVE',
  componentId: 'c1',
  componentCode: 'CBP',
  title: 'Old Outpost',
  language: 'es',
  source: 'Register A',
  listedOn: '2023-01-01',
  imported: true,
  confirmedOn: null,
}

describe('what a row changes', () => {
  it('is said field by field for an account it updates, and what stays is not', () => {
    const facts = {
      componentId: 'c2',
      title: 'Test Outpost',
      language: 'es',
      source: 'Register B',
      listedOn: '2024-05-01',
    }
    const effect = { kind: 'UPDATE_ACCOUNT', accountId: 'a', facts } as const
    expect(factChanges(ROW, { effect }, ACCOUNT)).toEqual([
      { field: 'component', before: 'CBP', after: 'FEMA' },
      { field: 'title', before: 'Old Outpost', after: 'Test Outpost' },
      { field: 'source', before: 'Register A', after: 'Register B' },
      { field: 'listedOn', before: '2023-01-01', after: '2024-05-01' },
    ])
  })

  it('is everything known for an account it makes, also where an ended one had the address before', () => {
    const effect = { kind: 'CREATE_ACCOUNT', componentId: 'c2', title: 'Test Outpost' } as const
    const made = factChanges(ROW, { effect }, { ...ACCOUNT, state: 'RETIRED' })
    expect(made.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['component', null, 'FEMA'],
      ['title', null, 'Test Outpost'],
      ['source', null, 'Register B'],
      ['listedOn', null, '2024-05-01'],
    ])
  })

  it('is nothing for a row without an effect', () => {
    expect(factChanges(ROW, { effect: { kind: 'NONE' } }, ACCOUNT)).toEqual([])
  })
})
