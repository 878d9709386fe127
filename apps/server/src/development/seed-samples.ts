import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { runCommand } from '@official-accounts/commands/run-command'
import { loadSamples } from '@official-accounts/commands/seed/load-samples'
import { runAs } from '@official-accounts/db/actor-settings'
import { SYSTEM_SETTINGS } from '../identity/system-settings.ts'

const CALL = { actor: { kind: 'SYSTEM', process: 'development-seed' }, requestId: null } as const

/**
 * Loads the marked samples of guidance, training and publishing processes that are missing, for the personas of the
 * development issuer. Never called with a real issuer: there the offices publish their own.
 */
export async function seedSamples(environment: CommandEnvironment, issuer: string): Promise<void> {
  const { client } = environment
  const { people, bare } = await runAs(SYSTEM_SETTINGS, async () => ({
    people: await client.person.findMany({
      where: { identities: { some: { issuer } } },
      select: { id: true, training: { where: { course: { sample: true } }, take: 1, select: { id: true } } },
    }),
    bare: await client.component.count({ where: { publishingProcesses: { none: {} } } }),
  }))
  const untrained = people.filter(({ training }) => training.length === 0)
  if (untrained.length === 0 && bare === 0) return
  await runCommand(environment, loadSamples, CALL, { personIds: people.map(({ id }) => id) })
}
