import type { ComponentPolicyFacts } from '@official-accounts/domain/component-policy/component-policy'
import type { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'

/** What has to be read of a policy before anything is decided on it. */
export const componentPolicyFactsSelect = {
  id: true,
  componentId: true,
  number: true,
  state: true,
  submittedById: true,
  version: true,
} satisfies Prisma.ComponentPolicySelect

/** Locks a version of a policy and reads it; null where there is none or it may not be seen. */
export async function readComponentPolicy(tx: Tx, id: string): Promise<ComponentPolicyFacts | null> {
  await tx.$queryRaw`SELECT id FROM component_policy WHERE id = ${id}::uuid FOR UPDATE`
  return tx.componentPolicy.findFirst({ where: { id }, select: componentPolicyFactsSelect })
}
