import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Permission } from '@official-accounts/domain/access/permissions'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

/** A command as it is found: what it is called and what it takes to run it. */
export interface FoundCommand {
  readonly name: string
  readonly permission: Permission
}

/** Every command of this package by its name: whatever its modules export that decides and applies. */
export async function findCommands(): Promise<ReadonlyMap<string, FoundCommand>> {
  const folders = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const files = await Promise.all(
    folders.map(async ({ name }) => (await readdir(`${FOLDER}${name}`)).map((file) => `${name}/${file}`)),
  )
  const sources = files.flat().filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const modules = await Promise.all(sources.map((file) => import(`${FOLDER}${file}`) as Promise<object>))
  const commands = modules.flatMap((module) => Object.values(module)).filter(isCommand)
  return new Map(commands.map((command) => [command.name, command]))
}

function isCommand(value: unknown): value is FoundCommand {
  return (
    typeof value === 'object' &&
    value !== null &&
    'permission' in value &&
    'decide' in value &&
    'apply' in value
  )
}
