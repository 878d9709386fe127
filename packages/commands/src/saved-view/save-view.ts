import { newId } from '@official-accounts/db/uuid'
import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, invalidInput } from '@official-accounts/domain/errors'
import { checkViewPlace } from '@official-accounts/domain/saved-view/saved-view-rules'
import { MOST_VIEWS, VIEW_LISTS, VIEW_SCOPES } from '@official-accounts/domain/saved-view/saved-view'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { viewsBeside } from './lock-view.ts'
import { viewDetails } from './view-input.ts'

const input = z.object({
  list: z.enum(VIEW_LISTS),
  scope: z.enum(VIEW_SCOPES),
  componentId: z.uuid().nullish(),
  ...viewDetails,
})

/** Keeps a list's filters, order and columns under a name: for oneself, a component or everybody (V.B.6). */
export const saveView = defineCommand({
  name: 'saveView',
  permission: 'view.save',
  subjectType: 'SavedView',
  input,
  subjectId: () => null,
  async lock(tx, { list, scope, componentId = null }) {
    const place = `saved view ${list} ${scope} ${componentId}`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`
    const [person] = await tx.$queryRaw<{ id: string | null }[]>`SELECT actor_person() AS id`
    const ownerId = person?.id ?? ''
    return { ownerId, beside: await viewsBeside(tx, { scope, ownerId, componentId }, list) }
  },
  place: (_locked, { componentId = null }) => ({ componentId }),
  decide(actor, _now, view, { beside }) {
    const { scope, name, componentId = null } = view
    if ((scope === 'COMPONENT') !== (componentId !== null)) {
      return refuse(invalidInput('componentId', 'Name a component for a component’s view, and only then.'))
    }
    const refusal = checkViewPlace(actor, { scope, componentId, ownerId: ownerOf(actor) })
    if (refusal) return refuse(refusal)
    if (beside.some((other) => other.name === name)) {
      return refuse(conflict(`A view named ${name} is kept there already.`))
    }
    if (beside.length >= MOST_VIEWS) {
      return refuse(conflict(`At most ${MOST_VIEWS} views of a list are kept there: remove one first.`))
    }
    return allow({ view, ownerId: ownerOf(actor) })
  },
  async apply(tx, { view, ownerId }, _locked, { now }) {
    const id = newId(now.getTime())
    const { list, scope, name, search, componentId = null } = view
    const stored = { list, scope, name, search, componentId }
    await tx.savedView.createMany({ data: [{ id, ...stored, ownerId, createdAt: now, changedAt: now }] })
    return {
      result: { type: 'SavedView', id },
      audit: [
        {
          action: 'view.save',
          componentId,
          subjectType: 'SavedView',
          subjectId: id,
          clauses: ['V.B.6'],
          reason: null,
          changes: changesBetween(['list', 'scope', 'name', 'search'], {}, stored),
        },
      ],
      events: [],
    }
  },
})

function ownerOf(actor: Actor): string {
  return personIdOf(actor) ?? ''
}
