import { describe, expect, test } from 'vitest'
import { contactHref } from './contact-href.ts'
import { httpsHref } from './https-href.ts'
import { intoPages } from './pages.ts'

describe('an address from a record', () => {
  test('may be linked to when it is https', () => {
    expect(httpsHref('https://www.example.gov/a?b=c')).toBe('https://www.example.gov/a?b=c')
  })

  const refused = [
    'http://example.gov/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'https://user:secret@example.gov/',
    '//example.gov/',
    '/accounts/',
    '',
  ]
  test.each(refused)('is plain text when it is %j', (address) => {
    expect(httpsHref(address)).toBeNull()
  })
})

describe('the configured contact', () => {
  test('is a mail link, a web link or plain text', () => {
    expect(contactHref('public.affairs@example.gov')).toBe('mailto:public.affairs@example.gov')
    expect(contactHref('https://example.gov/contact')).toBe('https://example.gov/contact')
    expect(contactHref('Room 1, weekdays')).toBeNull()
    expect(contactHref('a@example.gov?bcc=b@example.org')).toBeNull()
  })
})

describe('a list cut into pages', () => {
  test('holds every item once, at most 100 on a page', () => {
    const items = Array.from({ length: 201 }, (_, index) => index)
    const pages = intoPages(items)
    expect(pages.map(({ items: some }) => some.length)).toEqual([100, 100, 1])
    expect(pages.flatMap(({ items: some }) => some)).toEqual(items)
  })

  test('has one page when it is empty', () => {
    expect(intoPages([])).toEqual([{ number: 1, count: 1, total: 0, items: [] }])
  })
})
