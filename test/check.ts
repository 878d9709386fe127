import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('..', import.meta.url).pathname
const bin = (name: string, folder = '.') => join(ROOT, folder, 'node_modules/.bin', name)

interface Check {
  readonly name: string
  readonly command: readonly string[]
  readonly cwd?: string
}

const TYPED = [
  'packages/domain',
  'packages/db',
  'packages/commands',
  'packages/schema',
  'packages/client',
  'apps/server',
  'apps/admin',
  'test',
]
const node = join(ROOT, 'node_modules/.bin/node')

// What the others read is made first.
const PREPARE: readonly Check[] = [
  { name: 'generate the database client', command: [node, 'packages/db/src/generate.ts'] },
  { name: 'generate the typed documents', command: [node, 'packages/client/src/generate.ts'] },
]

const CHECKS: readonly Check[] = [
  { name: 'types in .astro files', command: [bin('astro', 'apps/site'), 'check'], cwd: 'apps/site' },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  ...TYPED.map((folder) => ({ name: `types in ${folder}`, command: [bin('tsc'), '-p', folder] })),
  {
    name: 'typed documents of the admin client',
    command: [bin('gql.tada', 'apps/admin'), 'check', '--fail-on-warn'],
    cwd: 'apps/admin',
  },
  {
    name: 'typed documents of the site',
    command: [bin('gql.tada', 'apps/site'), 'check', '--fail-on-warn'],
    cwd: 'apps/site',
  },
  { name: 'committed schema', command: [node, 'packages/schema/src/print-schema.ts', '--check'] },
  {
    name: 'printed documentation',
    command: [node, 'packages/commands/src/print-documentation.ts', '--check'],
  },
  { name: 'dead code and dependencies', command: [bin('knip'), '--no-progress'] },
  { name: 'formatting', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
]

interface Outcome {
  readonly check: Check
  readonly ok: boolean
  readonly seconds: number
  readonly output: string
}

function run(check: Check): Promise<Outcome> {
  const [program = '', ...args] = check.command
  const started = performance.now()
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  }
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: join(ROOT, check.cwd ?? '.'), env })
    let output = ''
    const keep = (chunk: Buffer) => void (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const end = (ok: boolean) => resolve({ check, ok, seconds: (performance.now() - started) / 1000, output })
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

function tell({ check, ok, seconds, output }: Outcome): void {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${check.name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(output.trimEnd())
}

async function runAll(checks: readonly Check[], lanes: number): Promise<Outcome[]> {
  const waiting = [...checks]
  const outcomes: Outcome[] = []
  async function lane(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await run(next)
      tell(outcome)
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return outcomes
}

const outcomes = [
  ...(await runAll(PREPARE, 1)),
  ...(await runAll(CHECKS, Math.min(2, availableParallelism()))),
]
const failed = outcomes.filter(({ ok }) => !ok).length
console.log(`\n${outcomes.length - failed} checks passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
