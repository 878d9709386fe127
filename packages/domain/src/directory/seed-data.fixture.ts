/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { parsePlatformRules } from './parse-platform-rules.ts'
import type { IdentityPlatform } from './platform-rules.ts'

const folder = new URL('../../../../prisma/seed/data/', import.meta.url)

export type Row = Readonly<Record<string, string>>

/** The rows of one of the seed files, by column name. */
export function seedRows(file: string): Row[] {
  const [header = [], ...rows] = splitCsv(readFileSync(new URL(file, folder), 'utf8'))
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])))
}

export function seedRules(): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL('platform-rules.json', folder), 'utf8')) as Record<string, unknown>
}

/** All platforms with account addresses, with their real rules; TikTok prohibited. */
export function seedPlatforms(): IdentityPlatform[] {
  return Object.entries(seedRules()).map(([name, value]) => {
    const reading = parsePlatformRules(value)
    if (reading.rules === null) throw new Error(`${name}: ${JSON.stringify(reading.issues)}`)
    return { slug: slugOf(name), name, prohibited: name === 'TikTok', rules: reading.rules }
  })
}

export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replaceAll(/[^a-z0-9-]+/g, '-')
}

function splitCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  return rows
}
