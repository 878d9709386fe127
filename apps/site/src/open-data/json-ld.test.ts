import { expect, test } from 'vitest'
import { indexDirectory } from '../data/directory-index.ts'
import { account, component, snapshot } from '../data/directory.fixture.ts'
import { organizationData, scriptText } from './json-ld.ts'

const site = 'https://accounts.example.gov'
const part = { ...component, slug: 'part', code: 'PART', name: 'Part', parent: { slug: 'test' } }
const directory = indexDirectory({ ...snapshot, components: [component, part] })

test('a component names the accounts it stands by, and no other', () => {
  const accounts = [
    account,
    { ...account, slug: 'x-s', profileUrl: 'https://x.com/suspended', status: 'SUSPENDED' as const },
    { ...account, slug: 'x-f', profileUrl: 'https://x.com/former', status: 'FORMERLY_OFFICIAL' as const },
    { ...account, slug: 'x-j', profileUrl: 'javascript:alert(1)' },
    { ...account, slug: 'x-o', profileUrl: 'https://x.com/other', component: { slug: 'part' } },
  ]
  expect(organizationData(directory, site, component, accounts)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    '@id': 'https://accounts.example.gov/components/test/#organization',
    name: 'Component of the tests',
    alternateName: 'TEST',
    sameAs: ['https://x.com/one_of_the_tests'],
  })
})

test('a part names what it belongs to', () => {
  expect(organizationData(directory, site, part, [])).toMatchObject({
    parentOrganization: { '@id': 'https://accounts.example.gov/components/test/#organization' },
  })
  expect(organizationData(directory, site, part, [])).not.toHaveProperty('sameAs')
})

test('no record can end the element it stands in', () => {
  const text = scriptText({ name: '</script><script>alert(1)</script><!--' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script><!--' })
})
