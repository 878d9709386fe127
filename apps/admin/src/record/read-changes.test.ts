import { expect, it } from 'vitest'
import { readChanges } from './read-changes.ts'

const NOTHING = { kind: 'NOTHING' }
const PERSON = '01a2019a-a649-7238-ac4f-39402016629d'

function words(text: string) {
  return { kind: 'WORDS', words: text }
}

it('reads what was changed, field by field, in words', () => {
  const changes = [
    { field: 'commentPolicyUrl', before: null, after: 'https://www.example.gov/comments' },
    { field: 'state', before: 'CHANGES_REQUESTED', after: 'REQUESTED' },
    { field: 'claimedAt', before: null, after: '2026-11-22T05:00:00.000Z' },
    { field: 'expiresOn', before: '2026-11-22', after: '' },
    { field: 'topics', before: ['a'], after: ['a', 'b'] },
    { field: 'acceptLoss', before: false, after: true },
  ]
  expect(readChanges(changes)).toEqual([
    { label: 'Comment policy URL', before: NOTHING, after: words('https://www.example.gov/comments') },
    { label: 'State', before: words('Changes requested'), after: words('Requested') },
    { label: 'Claimed at', before: NOTHING, after: words('Nov 22, 2026, 5:00 AM UTC') },
    { label: 'Expires on', before: words('Nov 22, 2026'), after: NOTHING },
    { label: 'Topics', before: words('a'), after: words('a, b') },
    { label: 'Accept loss', before: words('no'), after: words('yes') },
  ])
})

it('knows whose id a field holds', () => {
  const [contact, similar] = readChanges([
    { field: 'primaryContact', before: null, after: PERSON },
    { field: 'similarTo', before: null, after: [PERSON] },
  ])
  expect(contact?.after).toEqual({ kind: 'RECORDS', type: 'Person', ids: [PERSON] })
  expect(similar?.after).toEqual({ kind: 'RECORDS', type: 'Account', ids: [PERSON] })
})

it('tells the evidence of a certification fact by fact, and a text that is no record as it stands', () => {
  const evidence = `{"officialOutletUrl":null,"primaryContactId":"${PERSON}","profileUrl":"https://x.com/CBP","state":"ACTIVE"}`
  expect(readChanges([{ field: 'evidence', before: null, after: evidence }])).toEqual([
    {
      label: 'On record, primary contact',
      before: NOTHING,
      after: { kind: 'RECORDS', type: 'Person', ids: [PERSON] },
    },
    { label: 'On record, profile URL', before: NOTHING, after: words('https://x.com/CBP') },
    { label: 'On record, state', before: NOTHING, after: words('Active') },
  ])
  for (const text of ['{not a record', 'Seen on Monday.'])
    expect(readChanges([{ field: 'evidence', before: null, after: text }])).toEqual([
      { label: 'Evidence', before: NOTHING, after: words(text) },
    ])
})

it('shows other forms as they are and drops what says nothing', () => {
  expect(readChanges({ topics: ['a'] })).toEqual([{ label: 'Topics', before: NOTHING, after: words('a') }])
  expect(readChanges([7, {}])).toEqual([])
  expect(readChanges(null)).toEqual([])
})
