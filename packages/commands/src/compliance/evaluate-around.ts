import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { SubjectKind } from '@official-accounts/domain/compliance/compliance'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { evaluateEverything, evaluateSubjects, type EvaluationCount } from './evaluate-all.ts'

/** Records that changed, by their ids: what depends on them is evaluated with them. */
export interface ChangedRecords {
  readonly accounts: readonly string[]
  readonly platforms: readonly string[]
  readonly components: readonly string[]
  readonly people: readonly string[]
  readonly exceptions: readonly string[]
  /** Publishing processes and policies of components. */
  readonly documents?: readonly string[]
  /** Questions to the Chief Privacy Officer: the accounts they are about. */
  readonly privacyApprovals?: readonly string[]
  readonly certificationParts?: readonly string[]
  /** Risks, and mitigations of risks. */
  readonly risks?: readonly string[]
  /** Acts of moderation: their accounts are looked at. */
  readonly moderationActions?: readonly string[]
  readonly everything: boolean
}

const SYSTEM = { kind: 'SYSTEM', process: 'compliance' } as const

/**
 * Evaluates what changed and what depends on it: the accounts on a platform, those somebody answers for, those an
 * exception covers, and the components of all of them. Safe to run twice and at once.
 */
export async function evaluateAround(
  environment: CommandEnvironment,
  changed: ChangedRecords,
): Promise<EvaluationCount> {
  if (changed.everything) return evaluateEverything(environment)
  const found = await findDependents(environment, changed)
  const counts = []
  for (const kind of ['ACCOUNT', 'PLATFORM', 'COMPONENT'] as const satisfies readonly SubjectKind[]) {
    counts.push(await evaluateSubjects(environment, { kind, ids: found[kind] }))
  }
  return {
    looked: counts.reduce((sum, { looked }) => sum + looked, 0),
    changed: counts.reduce((sum, count) => sum + count.changed, 0),
  }
}

async function findDependents(
  { client }: CommandEnvironment,
  changed: ChangedRecords,
): Promise<Readonly<Record<SubjectKind, readonly string[]>>> {
  const { accounts, platforms, components, people, exceptions } = changed
  const { privacyApprovals = [], moderationActions = [] } = changed
  return asActor(SYSTEM, async () => {
    const granted = await client.exception.findMany({
      where: { id: { in: [...exceptions] } },
      select: { accountId: true, componentId: true, platformId: true },
    })
    const found = await client.account.findMany({
      where: {
        OR: [
          { id: { in: [...accounts] } },
          { platformId: { in: [...platforms] } },
          { contacts: { some: { personId: { in: [...people] }, endedAt: null } } },
          ...(privacyApprovals.length === 0
            ? []
            : [{ privacyApprovals: { some: { id: { in: [...privacyApprovals] } } } }]),
          ...granted.map(coveredBy),
          { moderationActions: { some: { id: { in: [...moderationActions] } } } },
        ],
      },
      select: { id: true, componentId: true, platformId: true },
    })
    const directed = await client.roleGrant.findMany({
      where: { personId: { in: [...people] }, role: 'COMPONENT_DIRECTOR', revokedAt: null },
      select: { componentId: true },
    })
    const answering = await findComponents(client, changed)
    const endangered = await findEndangered(client, changed)
    return {
      ACCOUNT: found.map(({ id }) => id),
      PLATFORM: [
        ...platforms,
        ...found.map(({ platformId }) => platformId),
        ...granted.flatMap(({ platformId }) => platformId ?? []),
        ...endangered.flatMap(({ platformId }) => platformId ?? []),
      ],
      COMPONENT: [
        ...components,
        ...answering,
        ...endangered.map(({ componentId }) => componentId),
        ...found.map(({ componentId }) => componentId),
        ...granted.flatMap(({ componentId }) => componentId ?? []),
        ...directed.flatMap(({ componentId }) => componentId ?? []),
      ],
    }
  })
}

// Whose publishing process, policy or answer to a certification changed.
async function findComponents(
  { componentProcess, componentPolicy, certificationPart }: CommandEnvironment['client'],
  { documents = [], certificationParts = [] }: ChangedRecords,
): Promise<readonly string[]> {
  const select = { componentId: true }
  const where = { id: { in: [...documents] } }
  const found = await Promise.all([
    documents.length === 0 ? [] : componentProcess.findMany({ where, select }),
    documents.length === 0 ? [] : componentPolicy.findMany({ where, select }),
    certificationParts.length === 0
      ? []
      : certificationPart.findMany({ where: { id: { in: [...certificationParts] } }, select }),
  ])
  return found.flat().map(({ componentId }) => componentId)
}

// Whose risks changed, or what is done about them.
async function findEndangered(
  { risk }: CommandEnvironment['client'],
  { risks = [] }: ChangedRecords,
): Promise<readonly { readonly componentId: string; readonly platformId: string | null }[]> {
  if (risks.length === 0) return []
  const among = { in: [...risks] }
  return risk.findMany({
    where: { OR: [{ id: among }, { mitigations: { some: { id: among } } }] },
    select: { componentId: true, platformId: true },
  })
}

function coveredBy(exception: {
  readonly accountId: string | null
  readonly componentId: string | null
  readonly platformId: string | null
}): Prisma.AccountWhereInput {
  const { accountId, componentId, platformId } = exception
  if (accountId !== null) return { id: accountId }
  return {
    ...(componentId === null ? {} : { componentId }),
    ...(platformId === null ? {} : { platformId }),
  }
}
