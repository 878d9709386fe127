import { describe, expect, test } from 'vitest'
import { seedPlatforms } from '../directory/seed-data.fixture.ts'
import { checkNamesNobody, checkReference } from './names-nobody.ts'

const platforms = seedPlatforms()
const on = (slug: string) => ({
  canonicalKey: 'cbp',
  platform: platforms.find((one) => one.slug === slug) ?? null,
})

describe('IV.C.2: a record of moderation names no member of the public', () => {
  test.each([
    'It threatened @madeup_person.',
    'Written by madeup@example.com',
    'Full width: ＠madeup',
    'Posted by u/madeup on Tuesday',
    'See https://x.com/madeup_person',
    'see facebook.com/madeup.person for more',
    'www.instagram.com/madeup',
  ])('a text such as %j is refused', (text) => {
    expect(checkNamesNobody('The explanation', text)).toMatchObject({
      code: 'POLICY_REFUSAL',
      clauses: ['IV.C.2'],
    })
  })
  test.each([
    'Three threats against the staff within one day.',
    'Rule 4 of https://www.cbp.gov/comment-policy, and/or rule 5.',
    'The link led to a fraud: it asked for card numbers.',
  ])('a text such as %j is taken', (text) => {
    expect(checkNamesNobody('The explanation', text)).toBeNull()
  })

  test.each([
    '1845678901234567890',
    'UgxAbC-123_x.9',
    'report#42',
    'https://x.com/cbp/status/1845678901234567890',
    'https://x.com/i/web/status/1845678901234567890',
  ])('%s is a platform’s own reference', (reference) => {
    expect(checkReference(reference, on('x'))).toBeNull()
  })
  test.each([
    '@madeup_person',
    'madeup_person',
    'madeup@mastodon.social',
    'https://x.com/madeup_person',
    'https://x.com/madeup_person/status/1845678901234567890',
    'https://x.com/cbp',
    'https://x.com/cbp/status/1?by=@madeup@other',
  ])('%s reads as somebody’s name or profile and is refused', (reference) => {
    expect(checkReference(reference, on('x'))).toMatchObject({ clauses: ['IV.C.2'] })
  })
  test.each([
    'hidden on Tuesday',
    'https://evil.example/1',
    'http://x.com/cbp/status/1',
    'x.com/cbp/status/1',
  ])('%s is a slip of the pen', (reference) => {
    expect(checkReference(reference, on('x'))?.code).toBe('INVALID_INPUT')
  })
})
