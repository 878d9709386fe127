import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const component = z.object({
  code: z.string().trim().min(1).max(20),
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['DEPARTMENT', 'OPERATIONAL', 'SUPPORT']),
  websiteUrl: z.url({ protocol: /^https$/ }).nullable(),
  /** Code of the component above; null for the department. */
  parentCode: z.string().nullable(),
})

/** A component to be registered. */
export type ComponentInput = z.infer<typeof component>

const input = z.object({ components: z.array(component).min(1).max(500) })

/** Registers the parts of the department, all or none: once there is one, a first start is over (IV.A.1). */
export const registerComponents = defineCommand({
  name: 'registerComponents',
  permission: 'component.register',
  subjectType: 'Component',
  input,
  subjectId: () => null,
  lock: async (tx) => ({ existing: await lockComponents(tx) }),
  place: () => ({ componentId: null }),
  decide(_actor, now, { components }, { existing }) {
    if (existing > 0) return refuse(conflict('The department’s components are registered already.'))
    const ids = new Map(components.map(({ code }) => [code, newId(now.getTime())]))
    const orphan = components.find(({ parentCode }) => parentCode !== null && !ids.has(parentCode))
    if (orphan)
      return refuse(invalidInput('components', `${orphan.code} names a parent that is not among them.`))
    return allow(
      components.map(({ parentCode, ...one }) => ({
        ...one,
        id: ids.get(one.code) ?? '',
        parentId: parentCode === null ? null : (ids.get(parentCode) ?? null),
      })),
    )
  },
  async apply(tx, components, _locked, { now }) {
    await tx.component.createMany({ data: components.map((one) => ({ ...one, createdAt: now })) })
    const [first, ...rest] = components.map(({ id, code, name, parentId }) => ({
      action: 'component.register' as const,
      componentId: id,
      subjectType: 'Component' as const,
      subjectId: id,
      clauses: ['IV.A.1'] as const,
      reason: null,
      changes: [
        { field: 'code', before: null, after: code },
        { field: 'name', before: null, after: name },
        { field: 'parentId', before: null, after: parentId },
      ],
    }))
    if (!first) throw new Error('A list of components is never empty.')
    return { result: { type: 'Component', id: first.subjectId }, audit: [first, ...rest], events: [] }
  },
})

async function lockComponents(tx: Tx): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('register components', 0))`
  return tx.component.count()
}
