import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Permission } from '@official-accounts/domain/access/permissions'

const FOLDER = fileURLToPath(new URL('../../packages/commands/src', import.meta.url))

interface FoundCommand {
  readonly name: string
  readonly permission: Permission
}

/** Every command that packages/commands exports, by its name. */
export async function findCommands(): Promise<ReadonlyMap<string, FoundCommand>> {
  const files = await readdir(FOLDER, { recursive: true })
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const modules = await Promise.all(sources.map((file) => import(`${FOLDER}/${file}`) as Promise<object>))
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
