import { describe, expect, test } from 'vitest'
import { seedRows } from '../directory/seed-data.fixture.ts'
import { splitNameCell } from './account-title.ts'
import { mentionsPerson, namedAfterPerson } from './person-name.ts'

function signs(file: 'accounts.csv' | 'archived-accounts.csv'): string[] {
  return seedRows(file).flatMap(({ handle = '', purpose_or_name: text = '' }) => {
    const sign = namedAfterPerson({ handle: handle.replace(/^@/, ''), ...splitNameCell(text, true) })
    return sign === null ? [] : [`${text}: ${sign}`]
  })
}

test('of the register’s 421 rows it suspects the 21 that are named after people, and no other', () => {
  const suspected = seedRows('registry-export.csv').filter(
    ({ link = '', 'Account Name': name = '', 'Short description': description = '' }) => {
      const handle = link.trim().replace(/\/$/, '').split('/').at(-1) ?? ''
      return namedAfterPerson({ handle, name, description }) !== null
    },
  )
  // The data's description counts 21; which ones they are is read off the names here.
  expect(suspected).toHaveLength(21)
  expect(suspected.filter(({ status }) => status === 'Published')).toHaveLength(13)
})

test('of the accounts known to be an office’s it suspects none', () => {
  expect([...signs('accounts.csv'), ...signs('archived-accounts.csv')]).toEqual([])
})

describe('what is a person and what is not', () => {
  test.each([
    ['testdoe', 'Jane Doe', ''],
    ['test_office', 'Acting Comm. Jane Doe', ''],
    ['test_office', 'CBP Jane Doe', ''],
    ['test_office', 'Zebulon Doe', 'FEMA Administrator'],
    ['test_doering', 'test_doering', 'Official account of Director Jane Doering'],
    ['TestMedia_JaneD', 'TestMedia_JaneD', 'Official spokesperson account'],
  ])('@%s, “%s”, “%s” seems to be a person’s', (handle, name, description) => {
    expect(namedAfterPerson({ handle, name, description })).not.toBeNull()
  })

  test.each([
    ['USCGCJaneDoe', 'U.S. Coast Guard Cutter Jane Doe', ''],
    ['TestMedia_Nation', 'TestMedia_Nation', 'Official spokesperson account'],
    ['SecretService', 'Secret Service', 'United States Secret Service'],
    ['USBPChief', 'USBPChief', 'Account of the Chief, Jane Doe'],
    ['', '', ''],
  ])('@%s, “%s”, “%s” does not', (handle, name, description) => {
    expect(namedAfterPerson({ handle, name, description })).toBeNull()
  })

  test('a description that names somebody is told from one that names a place', () => {
    expect(mentionsPerson('Account of the Chief, Jane Doe.')).toBe(true)
    expect(mentionsPerson('Director of Field Operations, San Juan Field Office')).toBe(false)
  })
})
