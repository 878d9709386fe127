import { readdir, readFile, writeFile } from 'node:fs/promises'
import {
  authorityTable,
  clauseTable,
  coverageTable,
} from '@official-accounts/domain/documentation/clause-table'
import { permissionMatrix } from '@official-accounts/domain/documentation/permission-matrix'
import { stateDiagram } from '@official-accounts/domain/documentation/state-diagram'
import type { StateMachine } from '@official-accounts/domain/state-machine'
import { findCommands } from './find-commands.ts'

const DOMAIN = new URL('../../domain/', import.meta.url)
const PRINTED_BY =
  'Printed from the code by `node packages/commands/src/print-documentation.ts`; `check` compares.'

await (process.argv.includes('--check') ? compare() : write())

async function write(): Promise<void> {
  for (const { url, text } of await pages()) await writeFile(url, text)
}

async function compare(): Promise<void> {
  for (const { url, text } of await pages()) {
    if ((await readFile(url, 'utf8').catch(() => '')) === text) continue
    console.error(
      `${url.pathname} is not what the code says: run node packages/commands/src/print-documentation.ts`,
    )
    process.exitCode = 1
  }
}

async function pages() {
  const machines = await findMachines()
  const states = machines.map((machine) => `## ${title(machine.noun)}\n\n${stateDiagram(machine)}`)
  const commands = [...(await findCommands()).values()]
  return [
    page('states.md', 'States', states.join('\n\n')),
    page('permissions.md', 'Who may do what', permissionMatrix(commands)),
    page('clauses.md', 'Clauses', clausesBody()),
  ]
}

function clausesBody(): string {
  const facts = `## What is checked by facts\n\n${coverageTable()}`
  return `${clauseTable()}\n\n## What the Directive rests on\n\n${authorityTable()}\n\n${facts}`
}

function page(file: string, heading: string, body: string) {
  return { url: new URL(file, DOMAIN), text: `# ${heading}\n\n${PRINTED_BY}\n\n${body}\n` }
}

async function findMachines(): Promise<readonly StateMachine<string, string>[]> {
  const files = (await readdir(new URL('src/', DOMAIN), { recursive: true })).filter((file) =>
    file.endsWith('-machine.ts'),
  )
  const machines = await Promise.all(
    files.toSorted().map(async (file) => machinesIn(await import(`${DOMAIN.href}src/${file}`))),
  )
  return machines.flat()
}

function machinesIn(module: object): readonly StateMachine<string, string>[] {
  return Object.values(module).filter(isMachine)
}

function isMachine(value: unknown): value is StateMachine<string, string> {
  return typeof value === 'object' && value !== null && 'table' in value && 'noun' in value
}

function title(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}
