import { expect, test } from 'vitest'
import { accountTitle, splitNameCell } from './account-title.ts'
import { readCandidate } from './row-candidate.ts'
import { readSourceLine, realDay } from './source-line.ts'

test('a source is read as register, record and day; a text only where the day is written out', () => {
  expect(
    readSourceLine(
      'GSA U.S. Digital Registry export of September 2024, record 5640, last updated 2022-11-19',
    ),
  ).toEqual({
    source: 'GSA U.S. Digital Registry export of September 2024',
    record: '5640',
    listedOn: '2022-11-19',
  })
  expect(readSourceLine('https://example.gov/20200220/x (release, 16 Apr 2018)')).toMatchObject({
    record: null,
    listedOn: '2018-04-16',
  })
  expect(readSourceLine('page saved in September 2024')).toMatchObject({ record: null, listedOn: null })
  expect(readSourceLine('x'.repeat(1_000)).source).toHaveLength(300)
})

test('a day is one of the calendar', () => {
  expect(['2023-02-28', '2023-02-29', '2023-13-01', '23-01-01', ''].map(realDay)).toEqual([
    '2023-02-28',
    null,
    null,
    null,
    null,
  ])
})

test('a title is the name, or a short description where the name repeats the handle and no person is named', () => {
  expect(accountTitle('FEMA Live', 'An account for live chats', 'femalive')).toBe('FEMA Live')
  expect(accountTitle('@USBPChiefTCA', 'Chief, Tucson Sector', 'usbpchieftca')).toBe('Chief, Tucson Sector')
  expect(accountTitle('@USBPChief', 'Account of the Chief, Jane Doe', 'usbpchief')).toBe('USBPChief')
  expect(accountTitle('@DHSOIG', 'long '.repeat(40), 'DHSOIG')).toBe('DHSOIG')
  expect(accountTitle('', '', 'DHSOIG')).toBe('DHSOIG')
  expect(accountTitle('word '.repeat(100), '', 'x').length).toBeLessThanOrEqual(200)
})

test('a compiler’s note is no part of a name', () => {
  expect(splitNameCell('FEMA (registry row for the same page is status Archive)', false).name).toBe('FEMA')
  expect(splitNameCell('TSA - Official account', true)).toEqual({
    name: 'TSA',
    description: 'Official account',
  })
})

test('the agencies of a cell of several lines are told apart, and empty cells stay unknown', () => {
  const Agency = 'Customs and Border Protection\n            \n            Department of Homeland Security'
  const candidate = readCandidate(
    'registry-export',
    { Agency, Service: 'Flickr', status: 'Archive', link: ' x \t' },
    'f.csv',
  )
  expect(candidate).toMatchObject({
    agencies: ['Customs and Border Protection', 'Department of Homeland Security'],
    url: 'x',
    status: 'ARCHIVED',
    handle: null,
    language: null,
    listedOn: null,
  })
})

test('a row that names no source is from the file', () => {
  expect(readCandidate('accounts', { status: 'Published' }, 'f.csv').source).toBe('imported file f.csv')
})
