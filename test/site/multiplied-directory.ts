import type { Account, DirectorySnapshot } from '../../apps/site/src/data/directory-model.ts'

/**
 * The real directory made larger: its own accounts first, then copies under made-up handles, spread over the same
 * components and platforms. Every tenth copy was renamed once, every fiftieth is suspended and every twenty-fifth
 * has ended, so that no list of the site stays empty.
 */
export function multiplyDirectory(snapshot: DirectorySnapshot, count: number): DirectorySnapshot {
  const models = snapshot.accounts
  const accounts = Array.from({ length: count }, (_, index): Account => {
    const model = models[index % models.length]
    if (model === undefined) throw new Error('There is no account to multiply.')
    const round = Math.floor(index / models.length)
    return round === 0 ? model : copyOf(model, round, index)
  })
  return { ...snapshot, status: { ...snapshot.status, accountCount: count }, accounts }
}

function copyOf(model: Account, round: number, index: number): Account {
  const suffix = `copy${round}`
  return {
    ...model,
    slug: `${model.slug}-${suffix}`,
    handle: `${model.handle}${suffix}`,
    canonicalKey: `${model.canonicalKey}${suffix}`,
    profileUrl: `${model.profileUrl.replace(/\/$/, '')}${suffix}`,
    ...standingOf(index),
    aliases: index % 10 === 0 ? [formerName(model, suffix)] : [],
  }
}

function standingOf(index: number): Partial<Account> {
  if (index % 25 === 0) return { status: 'FORMERLY_OFFICIAL', retiredOn: '2026-03-01' }
  return index % 50 === 1 ? { status: 'SUSPENDED', suspendedOn: '2026-09-01' } : {}
}

function formerName(model: Account, suffix: string): Account['aliases'][number] {
  return {
    handle: `${model.handle}old${suffix}`,
    canonicalKey: `${model.canonicalKey}old${suffix}`,
    profileUrl: null,
    former: true,
    from: null,
    until: '2025-01-01',
  }
}
