import type { ComponentProcessFacts } from '@official-accounts/domain/component-process/component-process'
import type { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'

/** What has to be read of a process before anything is decided on it. */
export const componentProcessFactsSelect = {
  id: true,
  componentId: true,
  number: true,
  state: true,
  submittedById: true,
  reviewedAt: true,
  version: true,
} satisfies Prisma.ComponentProcessSelect

/** Locks a version of a process and reads it; null where there is none or it may not be seen. */
export async function readComponentProcess(tx: Tx, id: string): Promise<ComponentProcessFacts | null> {
  await tx.$queryRaw`SELECT id FROM component_process WHERE id = ${id}::uuid FOR UPDATE`
  return tx.componentProcess.findFirst({ where: { id }, select: componentProcessFactsSelect })
}
