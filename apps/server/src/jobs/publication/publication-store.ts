import { beginPublication } from '@official-accounts/commands/publication/begin-publication'
import { completePublication } from '@official-accounts/commands/publication/complete-publication'
import { endPublication } from '@official-accounts/commands/publication/end-publication'
import { recoverPublications } from '@official-accounts/commands/publication/recover-publications'
import { skipPublication } from '@official-accounts/commands/publication/skip-publication'
import type { CommandCall } from '@official-accounts/commands/command-call'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import type { PublicationTrigger } from '@official-accounts/domain/publication/publication'
import { SYSTEM_SETTINGS } from '../../identity/system-settings.ts'
import type { PublicationFault } from './publication-fault.ts'

const CALL: CommandCall = { actor: { kind: 'SYSTEM', process: 'publisher' }, requestId: null }

/** What is known of a build that is to be put in use. */
export interface CompletedBuild {
  readonly build: string
  readonly directoryVersion: string
  readonly accountCount: number
  readonly fileCount: number
  readonly byteCount: number
  readonly manifestSha256: string
  readonly signingKey: string
}

/** Which publication is taken up, and why. */
export interface PublicationStart {
  readonly publicationId: string | null
  readonly trigger: PublicationTrigger
  readonly acceptLoss: boolean
}

export type PublicationStore = ReturnType<typeof createPublicationStore>

/** Publications as the publisher sees them: read as the system, changed by commands alone. */
export function createPublicationStore({ commands }: Pick<Services, 'commands'>) {
  const { publication } = commands.client
  const read = <Result>(work: () => Promise<Result>) => runAs(SYSTEM_SETTINGS, work)
  const ended = {
    OR: [{ state: { in: ['FAILED' as const, 'UNCHANGED' as const] } }, { publishedAt: { not: null } }],
  }
  const newestFirst = [{ endedAt: 'desc' as const }, { id: 'desc' as const }]
  return {
    find: (id: string) => read(() => publication.findFirst({ where: { id } })),
    inUse: () => read(() => publication.findFirst({ where: { state: 'PUBLISHED' } })),
    newestEnded: () => read(() => publication.findFirst({ where: ended, orderBy: newestFirst })),
    newestOfBuild: (build: string) =>
      read(() =>
        publication.findFirst({
          where: { build },
          orderBy: newestFirst,
          select: { state: true, failureCode: true },
        }),
      ),
    keptIds: async () => {
      const kept = await read(() => publication.findMany({ where: { kept: true }, select: { id: true } }))
      return kept.map(({ id }) => id)
    },
    async failuresInRow(): Promise<number> {
      const some = await read(() => publication.findMany({ where: ended, orderBy: newestFirst, take: 20 }))
      const good = some.findIndex(({ state }) => state !== 'FAILED')
      return good === -1 ? some.length : good
    },
    begin: async ({ publicationId, trigger, acceptLoss }: PublicationStart, build: string) =>
      (await runCommand(commands, beginPublication, CALL, { publicationId, trigger, acceptLoss, build })).id,
    complete: (publicationId: string, built: CompletedBuild) =>
      runCommand(commands, completePublication, CALL, { publicationId, ...built }),
    abandon: (publicationId: string) =>
      runCommand(commands, endPublication, CALL, { publicationId, end: 'SUPERSEDED' }),
    fail: (publicationId: string, { code, message, detail }: PublicationFault) =>
      runCommand(commands, endPublication, CALL, {
        publicationId,
        end: 'FAILED',
        failureCode: code,
        failure: message,
        detail,
      }),
    skip: (
      { publicationId, trigger }: PublicationStart,
      directory: { readonly directoryVersion: string; readonly accountCount: number },
    ) => runCommand(commands, skipPublication, CALL, { publicationId, trigger, ...directory }),
    async recover(present: readonly string[]): Promise<void> {
      const lost = await read(() =>
        publication.findFirst({
          where: {
            OR: [
              { state: 'BUILDING' },
              { kept: true, state: { not: 'PUBLISHED' }, id: { notIn: [...present] } },
            ],
          },
          select: { id: true },
        }),
      )
      if (lost !== null) await runCommand(commands, recoverPublications, CALL, { present })
    },
  }
}
