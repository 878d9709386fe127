import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import { z } from 'zod'
import type { ComponentInput } from './register-components.ts'
import type { PlatformInput } from './register-platforms.ts'

const FOLDER = new URL('../../../../prisma/seed/data/', import.meta.url)
const TABLE = z.array(z.record(z.string(), z.string()))
const KINDS = { department: 'DEPARTMENT', operational: 'OPERATIONAL', support: 'SUPPORT' } as const

// The only platform prohibited by statute; platforms.csv names the law, the law its date.
const PROHIBITION = { law: 'No TikTok on Government Devices Act (Pub. L. 117-328, div. R)', on: '2022-12-29' }

/** The text of a file of prisma/seed/data. */
export function seedText(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
}

/** The parts of the department, as components.csv lists them. */
export function seedComponents(): readonly ComponentInput[] {
  return table('components.csv').map(({ code = '', name = '', parent = '', kind = '', website = '' }) => ({
    code,
    slug: componentSlug(code),
    name,
    kind: KINDS[z.enum(['department', 'operational', 'support']).parse(kind)],
    websiteUrl: website || null,
    parentCode: parent || null,
  }))
}

/** The platforms known, as platforms.csv lists them, with their identity rules. */
export function seedPlatforms(): readonly PlatformInput[] {
  const rules = z.record(z.string(), z.unknown()).parse(JSON.parse(seedText('platform-rules.json')))
  return table('platforms.csv').map((row) => {
    const { name = '', also_called: alsoCalled = '', federal_tos: terms = '', source = '' } = row
    const isProfile = row.kind === 'profile'
    return {
      name,
      alsoCalled: alsoCalled.split('|').flatMap((other) => other.trim() || []),
      kind: isProfile ? 'PROFILE' : 'TOOL',
      homepageUrl: isProfile ? homepageOf(rules[name]) : (row.url_patterns ?? null),
      rules: rules[name],
      termsNegotiated: termsOf(terms),
      termsSource: source || null,
      prohibition: terms.includes('PROHIBITED') ? PROHIBITION : null,
    }
  })
}

// A component’s public address: its code in small letters, an ampersand in words.
function componentSlug(code: string): string {
  return code
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}

// Federal-compatible terms: what the inventory does not list is unknown, and no platform has them by silence.
function termsOf(text: string): 'YES' | 'NO' | 'UNKNOWN' {
  if (text === 'yes') return 'YES'
  return /^no\b(?!t)/.test(text) ? 'NO' : 'UNKNOWN'
}

// Only where every account's address is on one host of the platform's own: an instance or subdomain is no homepage.
function homepageOf(raw: unknown): string | null {
  const { rules } = parsePlatformRules(raw)
  const [host] = rules?.hosts ?? []
  if (!rules || host === undefined) return null
  const origins = Object.values(rules.kinds).map(({ url }) => url.split('/')[2])
  const [origin] = origins
  const isHost =
    origin !== undefined && rules.hosts.includes(origin) && origins.every((other) => other === origin)
  return isHost ? `https://${origin}/` : null
}

function table(name: string): Record<string, string>[] {
  return TABLE.parse(parse(seedText(name), { columns: true, bom: true }))
}
