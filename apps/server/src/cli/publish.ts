import { setTimeout as wait } from 'node:timers/promises'
import { publishDirectory } from '@official-accounts/commands/publication/publish-directory'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import type { Services } from '@official-accounts/schema/context'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { Config } from '../config.ts'
import { SYSTEM_SETTINGS } from '../identity/system-settings.ts'
import type { Outcome } from './command-line.ts'
import { openRegistry } from './open-registry.ts'

const ACTOR: Actor = { kind: 'SYSTEM', process: 'registry publish' }
const LOOK_EVERY_MS = 300
const GOOD = ['PUBLISHED', 'UNCHANGED', 'ROLLED_BACK']

/** How to publish, and who wants to see how far it is. */
export interface PublishVerbOptions {
  readonly acceptLoss: boolean
  readonly onProgress: (line: string) => void
  /** How long to wait for the end, in milliseconds. */
  readonly patience?: number
}

const PATIENCE_MS = 900_000

/**
 * Asks the running server to publish the directory and waits for what comes of it. The request is audited as the
 * system's. Throws when no server answers, and when nothing has come of it in time.
 */
export async function publish(config: Config, options: PublishVerbOptions): Promise<Outcome> {
  await requireServer(config)
  const { services, close } = await openRegistry(config)
  try {
    const input = { acceptLoss: options.acceptLoss, reason: 'Asked for from the command line.' }
    const call = { actor: ACTOR, requestId: null }
    const { id } = await runCommand(services.commands, publishDirectory, call, input)
    const ended = await waitForEnd(services, id, options)
    options.onProgress('')
    return report(ended)
  } finally {
    await close()
  }
}

async function requireServer({ port }: Config): Promise<void> {
  const url = `http://127.0.0.1:${port}/readyz`
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`No server answers at ${url}. Start it first.`, { cause: error })
  })
  if (!response.ok) throw new Error(`The server at ${url} is not ready.`)
}

type PublicationRow = Awaited<ReturnType<typeof findPublication>>

function findPublication({ commands }: Services, id: string) {
  return runAs(SYSTEM_SETTINGS, () => commands.client.publication.findFirstOrThrow({ where: { id } }))
}

async function waitForEnd(
  services: Services,
  id: string,
  { onProgress, patience = PATIENCE_MS }: PublishVerbOptions,
): Promise<PublicationRow> {
  const begun = Date.now()
  let watched = id
  for (;;) {
    const publication = await findPublication(services, watched)
    const seconds = Math.round((Date.now() - begun) / 1000)
    onProgress(`${PROGRESS[publication.state] ?? publication.state} ${seconds} s`)
    const follower = isSetAside(publication) ? await findFollower(services, publication.id) : null
    if (publication.endedAt !== null && !isSetAside(publication)) return publication
    if (Date.now() - begun > patience) throw new Error('Nothing came of the publication in time.')
    watched = follower ?? watched
    await wait(LOOK_EVERY_MS)
  }
}

const PROGRESS: Readonly<Record<string, string>> = {
  REQUESTED: 'waiting for its turn',
  BUILDING: 'building and checking',
  SUPERSEDED: 'making way for an urgent one',
}

// What made way for an urgent publication ends as that one does: it has everything in it.
function isSetAside({ state, publishedAt }: PublicationRow): boolean {
  return state === 'SUPERSEDED' && publishedAt === null
}

async function findFollower({ commands }: Services, id: string): Promise<string | null> {
  const next = await runAs(SYSTEM_SETTINGS, () =>
    commands.client.publication.findFirst({
      where: { id: { gt: id }, trigger: 'URGENT' },
      orderBy: { id: 'asc' },
      select: { id: true },
    }),
  )
  return next?.id ?? null
}

function report(publication: PublicationRow): Outcome {
  const { id, state, directoryVersion, accountCount, failureCode, failure, detail } = publication
  const ok = GOOD.includes(state) || state === 'SUPERSEDED'
  const outcome = ok && state !== 'UNCHANGED' ? 'PUBLISHED' : state
  const words = state === 'UNCHANGED' ? 'Already published:' : 'Published'
  return {
    ok,
    report: { id, outcome, version: directoryVersion, accountCount, failureCode, failure, detail },
    lines: ok
      ? [`${words} version ${directoryVersion}, ${accountCount} accounts.`]
      : [`Not published; the one before stays. ${failure}`, ...(detail === null ? [] : [detail])],
  }
}
