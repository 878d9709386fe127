import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { dirname } from 'node:path'
import { openBench, type Bench } from './open-bench.ts'
import { accountDetail } from './operations/account-detail.ts'
import { auditPage } from './operations/audit-page.ts'
import { auditedCommand } from './operations/audited-command.ts'
import { directoryPage } from './operations/directory-page.ts'
import { filteredSearch } from './operations/filtered-search.ts'
import type { BenchWorld, Operation } from './operations/operation.ts'
import { publicPage } from './operations/public-page.ts'
import { checkSameAnswers, DifferentAnswersError } from './operations/same-answers.ts'
import { buildSite, type SiteBuildResult } from './operations/site-build.ts'
import { readOptions, USAGE, type BenchOptions, type OperationId } from './options.ts'
import { operationLines, siteBuildLines } from './report.ts'
import { runRounds, type OperationResult } from './run-rounds.ts'

const PREPARE: Readonly<Partial<Record<OperationId, (world: BenchWorld) => Promise<Operation>>>> = {
  O1: directoryPage,
  O2: accountDetail,
  O3: filteredSearch,
  O4: publicPage,
  O5: auditedCommand,
  O8: auditPage,
}

// A goal that is missed is printed as missed and is no failure; answers that differ are one.
if (process.argv.includes('--help')) console.log(USAGE)
else await run(readOptions(process.argv.slice(2)))

async function run(options: BenchOptions): Promise<void> {
  const bench = await openBench(options, (line) => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void bench.close().finally(() => process.exit(1)))
  }
  try {
    const operations = await measure(bench, options)
    const siteBuild = options.only.includes('O9') ? await measureSiteBuild(bench) : null
    await writeResults(options, operations, siteBuild)
  } catch (error) {
    if (!(error instanceof DifferentAnswersError)) throw error
    console.error(error.message)
    process.exitCode = 1
  } finally {
    await bench.close()
  }
}

async function measure(bench: Bench, options: BenchOptions): Promise<OperationResult[]> {
  const results: OperationResult[] = []
  for (const id of options.only) {
    const operation = await PREPARE[id]?.(bench.world)
    if (operation === undefined) continue
    const compared = await checkSameAnswers(operation, bench.world.contenders)
    if (compared > 0) console.log(`\n${id}: ${compared} answers compared, all the same`)
    const result = await runRounds(operation, { ...options, ...bench.world, databasePid: bench.databasePid })
    for (const line of operationLines(result)) console.log(line)
    results.push(result)
  }
  return results
}

async function measureSiteBuild(bench: Bench): Promise<SiteBuildResult> {
  const result = await buildSite(bench.world.contenders.ours.url, bench.folder)
  for (const line of siteBuildLines(result)) console.log(line)
  return result
}

async function writeResults(
  options: BenchOptions,
  operations: readonly OperationResult[],
  siteBuild: SiteBuildResult | null,
): Promise<void> {
  const machine = {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? null,
    node: process.version,
    load: loadavg(),
  }
  await mkdir(dirname(options.json), { recursive: true })
  await writeFile(options.json, `${JSON.stringify({ options, machine, operations, siteBuild }, null, 2)}\n`)
  console.log(
    `\nload of the machine: ${machine.load.map((value) => value.toFixed(1)).join(' ')}; written to ${options.json}`,
  )
}
