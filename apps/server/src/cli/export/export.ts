import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Services } from '@official-accounts/schema/context'
import type { Config } from '../../config.ts'
import { actAs } from '../act-as.ts'
import type { Outcome } from '../command-line.ts'
import { openRegistry } from '../open-registry.ts'
import { EXPORT_KINDS } from './export-kinds.ts'
import { allRows, findAccount, readRows, type ExportRow, type RowsWanted } from './read-rows.ts'
import { writeRows, type Format } from './row-writer.ts'

/** What can be written out. */
export type ExportName = keyof typeof EXPORT_KINDS

/** How to write a list out, and who reads it. */
export interface ExportOptions {
  /** Whom the identity provider knows by this subject; the persona `opa` at the development issuer. */
  readonly as?: string | undefined
  readonly format: Format
  /** The file to make, for its owner alone; without it `write` gets the text. */
  readonly output?: string | undefined
  /** Whether the rows go into the report instead. */
  readonly json: boolean
  readonly write: (text: string) => void
  /** Which records; a function where they have to be looked up. */
  readonly wanted?: RowsWanted | ((reader: Reader) => Promise<RowsWanted>)
}

/** Reads as the verb's actor. */
export interface Reader {
  rows(name: ExportName, wanted: RowsWanted): AsyncGenerator<ExportRow>
  /** The global id of an account by its slug; null where there is none to be seen. */
  findAccount(slug: string): Promise<unknown>
}

/** Writes out a list of the registry as far as somebody may read it: exactly what the API would answer them. */
export function exportList(config: Config, name: ExportName, options: ExportOptions): Promise<Outcome> {
  return withReader(config, options.as, async (reader) => {
    const { wanted = {} } = options
    const rows = reader.rows(name, typeof wanted === 'function' ? await wanted(reader) : wanted)
    if (options.json && options.output === undefined) {
      const all = await allRows(rows)
      return { ok: true, report: { kind: name, count: all.length, rows: all }, lines: [] }
    }
    let count = 0
    async function* counted(): AsyncGenerator<ExportRow> {
      for await (const row of rows) {
        count += 1
        yield row
      }
    }
    await send(writeRows(counted(), options.format), options)
    const file = options.output ?? null
    return {
      ok: true,
      report: { kind: name, count, file },
      lines: file === null ? [] : [`${count} rows in ${file}`],
    }
  })
}

/** Runs work that reads as somebody: the person of a subject, or the persona `opa` at the development issuer. */
export async function withReader(
  config: Config,
  subject: string | undefined,
  work: (reader: Reader) => Promise<Outcome>,
): Promise<Outcome> {
  const who = subject ?? (config.identity === null ? 'opa' : null)
  if (who === null) throw new Error('Say who reads: --as <subject at the identity provider>.')
  const { services, close } = await openRegistry(config)
  try {
    return await work(await readerFor(config, services, who))
  } finally {
    await close()
  }
}

async function readerFor(config: Config, services: Services, subject: string): Promise<Reader> {
  const actor = await actAs(config, services, subject)
  return {
    rows: (name, wanted) => readRows(services, actor, EXPORT_KINDS[name], wanted),
    findAccount: (slug) => findAccount(services, actor, slug),
  }
}

async function send(text: AsyncIterable<string>, { output, write }: ExportOptions): Promise<void> {
  if (output === undefined) {
    for await (const part of text) write(part)
    return
  }
  await pipeline(Readable.from(text), createWriteStream(output, { mode: 0o600, flags: 'wx' }))
}
