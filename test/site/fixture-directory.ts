import { existsSync, readFileSync } from 'node:fs'
import { readCsv } from './read-csv.ts'

const seed = new URL('../../prisma/seed/data/', import.meta.url)
const asOf = '2026-11-22T00:00:00Z'

/** The public directory as the server would tell it right after the first import, made from the real rows. */
export function fixtureDirectory() {
  const platforms = rows('platforms.csv').map(platformOf)
  const components = rows('components.csv').map(componentOf)
  for (const component of components) {
    component.parent = components.find(({ name, code }) => [name, code].includes(component.parentName)) ?? null
  }
  const accounts = rows('accounts.csv').map((row) => ({
    id: `account-${slugOf(row.platform, row.handle)}`,
    slug: slugOf(row.platform, row.handle),
    title: row.purpose_or_name || bare(row.handle),
    handle: bare(row.handle),
    profileUrl: row.url?.replace(/^http:/, 'https:'),
    canonicalKey: bare(row.handle).toLowerCase(),
    status: 'OFFICIAL',
    platform: platforms.find((platform) => platform.name === row.platform),
    component: components.find((component) => component.code === row.component),
    purpose: null,
    language: row.language || null,
    topics: [],
    ...listing(row.source),
    aliases: [],
    changedAt: asOf,
  }))
  const archived = rows('archived-accounts.csv').map((row) => ({
    platform: slugOf(row.platform),
    canonicalKey: bare(row.handle).toLowerCase(),
    handle: bare(row.handle),
    ...listing(row.source),
  }))
  return { asOf, platforms, components, accounts, archived }
}

export type FixtureDirectory = ReturnType<typeof fixtureDirectory>

function rows(file: string): Record<string, string>[] {
  return readCsv(readFileSync(new URL(file, seed), 'utf8'))
}

function platformOf(row: Record<string, string>) {
  const prohibited = row.federal_tos?.includes('PROHIBITED') ?? false
  return {
    id: `platform-${slugOf(row.name)}`,
    slug: slugOf(row.name),
    name: row.name ?? '',
    alsoCalled: row.also_called ? row.also_called.split('|').map((name) => name.trim()) : [],
    kind: row.kind === 'tool' ? 'TOOL' : 'PROFILE',
    state: prohibited ? 'PROHIBITED' : 'APPROVED',
    homepageUrl: null,
    hosts: [],
    rules: ruleOf(row.name),
    termsNegotiated: row.federal_tos === 'yes' ? 'YES' : 'UNKNOWN',
    termsSigned: 'UNKNOWN',
    termsSource: row.source,
    personalLoginRequired: 'UNKNOWN',
    prohibitedByLaw: prohibited ? (row.source ?? '').split(';')[0] : null,
    prohibitedOn: null,
    accountCount: 0,
  }
}

function ruleOf(name: string | undefined): unknown {
  if (!existsSync(new URL('platform-rules.json', seed))) return null
  const rules: Record<string, unknown> = JSON.parse(readFileSync(new URL('platform-rules.json', seed), 'utf8'))
  return rules[name ?? ''] ?? null
}

interface FixtureComponent {
  id: string
  code: string
  slug: string
  name: string
  kind: string
  websiteUrl: string | null
  accountCount: number
  parentName: string
  parent: FixtureComponent | null
  children: FixtureComponent[]
}

function componentOf(row: Record<string, string>): FixtureComponent {
  return {
    id: `component-${slugOf(row.code)}`,
    code: row.code ?? '',
    slug: slugOf(row.code),
    name: row.name ?? '',
    kind: (row.kind ?? '').toUpperCase(),
    websiteUrl: row.website || null,
    accountCount: 0,
    parentName: row.parent ?? '',
    parent: null,
    children: [],
  }
}

function listing(source = ''): { source: string; listedOn: string } {
  const date = /last updated (\d{4}-\d{2}-\d{2})/.exec(source)?.[1] ?? '2024-09-12'
  return { source: source.split(', record')[0] ?? source, listedOn: date }
}

function bare(handle = ''): string {
  return handle.replace(/^@/, '')
}

function slugOf(...words: (string | undefined)[]): string {
  return words
    .map((word) => bare(word))
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
