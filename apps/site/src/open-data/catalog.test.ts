import { expect, test } from 'vitest'
import { indexDirectory } from '../data/directory-index.ts'
import { snapshot } from '../data/directory.fixture.ts'
import { dataCatalog } from './catalog.ts'

const site = 'https://accounts.example.gov'
const directory = indexDirectory(snapshot)

test('the catalog gives the contact that was set', () => {
  expect(dataCatalog(directory, { site, opaContact: 'public.affairs@example.gov' })).toMatchObject({
    dataset: [
      { contactPoint: { fn: 'Office of Public Affairs', hasEmail: 'mailto:public.affairs@example.gov' } },
      {},
      {},
    ],
  })
})

test.each([null, 'Room 1, weekdays', 'https://example.gov/contact'])(
  'the catalog invents no address where the contact is %j',
  (opaContact) => {
    const catalog = JSON.stringify(dataCatalog(directory, { site, opaContact }))
    expect(catalog).not.toContain('contactPoint')
    expect(catalog).not.toContain('mailto:')
  },
)
