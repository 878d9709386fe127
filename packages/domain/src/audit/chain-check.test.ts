import { describe, expect, test } from 'vitest'
import { checkChain, type RememberedHead, type StoredEntry } from './chain-check.ts'

// The place in the chain and the reason stand for all of an entry.
const hash = ({ seq, reason }: { seq: bigint; reason: string | null }, previous: Uint8Array) =>
  Uint8Array.of(Number(seq), (reason ?? '').length, (previous.at(-1) ?? 0) + 1)

function chainOf(length: number): readonly StoredEntry[] {
  const entries: StoredEntry[] = []
  for (let place = 1; place <= length; place++) {
    const previousHash = entries.at(-1)?.hash ?? new Uint8Array()
    const entry = {
      id: `${place}`,
      chainId: 'chain',
      seq: BigInt(place),
      occurredAt: new Date(place),
      recordedAt: new Date(place),
      actorId: null,
      actorKind: 'SYSTEM',
      role: null,
      action: 'account.update',
      outcome: 'ACCEPTED',
      subjectType: 'Account',
      subjectId: 'account',
      clauses: [],
      reason: 'Because.',
      changes: [],
      requestId: null,
      groupId: null,
      delegationId: null,
    }
    entries.push({ ...entry, previousHash, hash: hash(entry, previousHash) })
  }
  return entries
}

function check(entries: readonly StoredEntry[], remembered: readonly RememberedHead[] = []) {
  const chain = checkChain(hash, remembered)
  for (const entry of entries) chain.next(entry)
  return { length: chain.length(), fault: chain.fault() }
}

const WHOLE = chainOf(5)
const change = (place: number, changed: Partial<StoredEntry>) =>
  WHOLE.map((entry) => (entry.seq === BigInt(place) ? { ...entry, ...changed } : entry))
const headAt = (place: number): RememberedHead => ({
  seq: BigInt(place),
  hash: Buffer.from(WHOLE[place - 1]?.hash ?? []).toString('hex'),
})

describe('a chain of the audit', () => {
  test('is whole from its first entry to every head that is remembered', () => {
    expect(check(WHOLE, [headAt(2), headAt(5)])).toEqual({ length: 5n, fault: null })
    expect(check([])).toEqual({ length: 0n, fault: null })
  })
  test.each([
    ['an entry is missing', WHOLE.toSpliced(2, 1), 'GAP', 3n],
    ['its beginning is missing', WHOLE.slice(1), 'GAP', 1n],
    [
      'an entry does not follow the one before',
      change(3, { previousHash: Uint8Array.of(9) }),
      'BROKEN_LINK',
      3n,
    ],
    ['an entry was changed', change(4, { reason: 'No reason.' }), 'WRONG_HASH', 4n],
  ] as const)('is not where %s', (_what, entries, problem, seq) => {
    expect(check(entries, [headAt(5)])).toEqual({ length: seq - 1n, fault: { seq, problem } })
  })
  test('is not where its end was cut off, which only a remembered head shows', () => {
    expect(check(WHOLE.slice(0, 3)).fault).toBeNull()
    expect(check(WHOLE.slice(0, 3), [headAt(5)]).fault).toEqual({ seq: 4n, problem: 'TRUNCATED' })
  })
  test('is not where it was written anew with hashes that fit', () => {
    const other = { ...headAt(4), hash: 'ff' }
    expect(check(WHOLE).fault).toBeNull()
    expect(check(WHOLE, [other])).toEqual({ length: 3n, fault: { seq: 4n, problem: 'FORKED' } })
  })
})
