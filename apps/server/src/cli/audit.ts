import { readFileSync } from 'node:fs'
import {
  chainName,
  verifyChains,
  type ChainStanding,
  type RememberedHeads,
} from '@official-accounts/db/audit-chains'
import { withConnection } from '@official-accounts/db/database-connection'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Outcome } from './command-line.ts'
import { exportList, withReader, type ExportOptions, type Reader } from './export/export.ts'
import { allRows, type RowsWanted } from './export/read-rows.ts'
import { openRegistryDatabase } from './open-registry.ts'

/** Which entries of the audit: of one record, of a time, or all that may be read. */
export interface EntriesWanted {
  readonly account?: string | undefined
  readonly record?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** Writes out the audit, oldest first. */
export function exportAudit(
  config: Config,
  entries: EntriesWanted,
  options: Omit<ExportOptions, 'wanted'>,
): Promise<Outcome> {
  const wanted = async (reader: Reader) => ({ filter: await filterOf(entries, reader), orderBy: 'OLDEST' })
  return exportList(config, 'audit', { ...options, wanted })
}

/** The newest entries for people to read, newest first. */
export function listAudit(
  config: Config,
  entries: EntriesWanted,
  { as, most }: { readonly as?: string | undefined; readonly most: number },
): Promise<Outcome> {
  return withReader(config, as, async (reader) => {
    const wanted: RowsWanted = { filter: await filterOf(entries, reader), orderBy: 'NEWEST', most }
    const rows = await allRows(reader.rows('audit', wanted))
    const lines = rows.map(
      ({ recordedAt, actorKind, role, action, outcome, subjectType, subjectId, reason }) =>
        [recordedAt, outcome, action, role ?? actorKind, `${subjectType} ${subjectId}`, reason ?? '']
          .join('  ')
          .trimEnd(),
    )
    return {
      ok: true,
      report: { count: rows.length, rows },
      lines: rows.length === 0 ? ['No entries.'] : lines,
    }
  })
}

async function filterOf({ account, record, since, until }: EntriesWanted, reader: Reader): Promise<object> {
  if (account === undefined) return { subject: record, since, until }
  const subject = await reader.findAccount(account)
  if (subject === null) throw new Error(`There is no account ${account} that you may see.`)
  return { subject, since, until }
}

const HEADS = z.object({
  chains: z.array(
    z.object({ chainId: z.uuid(), head: z.object({ seq: z.coerce.bigint(), hash: z.string() }).nullable() }),
  ),
})

/**
 * Checks every chain of the audit from its first entry to its head.
 *
 * @param headsFile what an earlier `audit verify --json` printed: an end that was cut off since then is found by it
 */
export async function verifyAudit(config: Config, headsFile?: string): Promise<Outcome> {
  const remembered = headsFile === undefined ? {} : readHeads(headsFile)
  const { ownerUrl, close } = await openRegistryDatabase(config)
  try {
    return outcomeOf(
      await withConnection(ownerUrl, async (owner) => {
        await owner.query('begin isolation level repeatable read read only')
        return verifyChains(owner, remembered)
      }),
    )
  } finally {
    await close()
  }
}

function readHeads(file: string): RememberedHeads {
  const parsed = HEADS.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not what audit verify --json prints.`)
  return Object.fromEntries(
    parsed.data.chains.map(({ chainId, head }) => [chainId, head === null ? [] : [head]]),
  )
}

function outcomeOf(chains: readonly ChainStanding[]): Outcome {
  return { ok: chains.every(({ fault }) => fault === null), ...chainReport(chains) }
}

/** How chains stand, for people and for programs. */
export function chainReport(chains: readonly ChainStanding[]): Pick<Outcome, 'report' | 'lines'> {
  const report = chains.map(({ chainId, component, length, head, fault }) => ({
    chainId,
    component,
    entries: Number(length),
    head: head && { seq: head.seq.toString(), hash: head.hash },
    fault: fault && { seq: fault.seq.toString(), problem: fault.problem },
  }))
  const lines = chains.map((chain) => {
    const { length, fault } = chain
    const state = fault === null ? 'whole  ' : 'BROKEN '
    const where = fault === null ? '' : `; ${fault.problem} at ${fault.seq}`
    return `${state} ${chainName(chain)}: ${length} entries${where}`
  })
  return { report: { chains: report }, lines: lines.length === 0 ? ['The audit is empty.'] : lines }
}
