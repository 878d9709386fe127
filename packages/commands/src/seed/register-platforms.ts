import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import { allow, refuse } from '@official-accounts/domain/decision'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import { conflict, DomainError } from '@official-accounts/domain/errors'
import { PLATFORM_KINDS } from '@official-accounts/domain/platform/platform'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { platformSlug } from '../platform/platform-slug.ts'

const platform = z
  .object({
    name: z.string().trim().min(1).max(100),
    alsoCalled: z.array(z.string().trim().min(1).max(100)),
    kind: z.enum(PLATFORM_KINDS),
    homepageUrl: z.url({ protocol: /^https?$/ }).nullable(),
    /** Identity rules of a PROFILE; the shape of domain/directory/platform-rules. */
    rules: z.unknown(),
    termsNegotiated: z.enum(['YES', 'NO', 'UNKNOWN']),
    termsSource: z.string().nullable(),
    /** The law that prohibits it and since when; null for every other platform. */
    prohibition: z.object({ law: z.string().min(1), on: z.iso.date() }).nullable(),
  })
  .strict()

/** A platform to be registered as known and undecided, or as prohibited by law. */
export type PlatformInput = z.input<typeof platform>

const input = z.object({ platforms: z.array(platform).min(1).max(1_000) })
type Registered = Awaited<ReturnType<typeof readPlatforms>>[number]

/** Registers the platforms that are known, all or none; none is approved by being known (IV.A.2). */
export const registerPlatforms = defineCommand({
  name: 'registerPlatforms',
  permission: 'platform.register',
  subjectType: 'Platform',
  input,
  subjectId: () => null,
  async lock(tx, { platforms }) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('register platforms', 0))`
    return { existing: await tx.platform.count(), read: readPlatforms(platforms) }
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, { existing, read }) {
    if (existing > 0) return refuse(conflict('Platforms are registered already.'))
    return allow(read.map((one) => ({ ...one, id: newId(now.getTime()) })))
  },
  async apply(tx, platforms, _locked, { now }) {
    await insertPlatforms(tx, platforms, now)
    const [first, ...rest] = platforms.map(({ id, name, state, prohibitedByLaw }) => ({
      action: 'platform.register' as const,
      componentId: null,
      subjectType: 'Platform' as const,
      subjectId: id,
      clauses: state === 'PROHIBITED' ? (['V.B.1'] as const) : (['IV.A.2'] as const),
      reason: prohibitedByLaw,
      changes: [
        { field: 'name', before: null, after: name },
        { field: 'state', before: null, after: state },
      ],
    }))
    if (!first) throw new Error('A list of platforms is never empty.')
    return { result: { type: 'Platform', id: first.subjectId }, audit: [first, ...rest], events: [] }
  },
})

function readPlatforms(platforms: readonly z.infer<typeof platform>[]) {
  return platforms.map(({ rules: raw, prohibition, ...one }) => ({
    ...one,
    slug: platformSlug(one.name),
    rules: one.kind === 'PROFILE' ? readRules(one.name, raw) : null,
    state: prohibition ? ('PROHIBITED' as const) : ('PROPOSED' as const),
    prohibitedByLaw: prohibition?.law ?? null,
    prohibitedOn: prohibition ? new Date(`${prohibition.on}T00:00:00Z`) : null,
  }))
}

function readRules(name: string, raw: unknown) {
  const { rules, issues } = parsePlatformRules(raw)
  if (rules) return rules
  const named = issues.map(({ path, message }) => ({ path: `${name}.${path}`, message }))
  throw new DomainError({
    code: 'INVALID_INPUT',
    message: `The identity rules of ${name} are not valid.`,
    issues: named,
  })
}

async function insertPlatforms(
  tx: Tx,
  platforms: readonly (Registered & { readonly id: string })[],
  now: Date,
): Promise<void> {
  await tx.platform.createMany({
    data: platforms.map(({ rules, ...one }) => ({
      ...one,
      rules: rules ? stored({ ...rules }) : undefined,
      createdAt: now,
      changedAt: now,
    })),
  })
  await tx.platformHost.createMany({
    data: platforms.flatMap(({ id, rules }) =>
      (rules?.hosts ?? []).map((host) => ({ host, platformId: id })),
    ),
  })
}

// Rules are plain JSON by their check; the compiler cannot tell it of an interface.
function stored(rules: object): Prisma.InputJsonObject {
  return { ...rules }
}
