import { lockLawChecklist } from '@official-accounts/db/facts/law-checklist-facts'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isAuthorityId } from '@official-accounts/domain/directive/authorities'
import { invalidInput } from '@official-accounts/domain/errors'
import {
  LAW_ANSWERERS,
  LAW_AREAS,
  LAW_FACTS,
  type LawItem,
} from '@official-accounts/domain/law-checklist/law-checklist'
import {
  changesNothing,
  checkLawQuestions,
  nextItems,
} from '@official-accounts/domain/law-checklist/law-checklist-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)

const item = z.object({
  key: text(40),
  area: z.enum(LAW_AREAS),
  question: text(300),
  help: text(1000)
    .nullish()
    .transform((help) => help || null),
  answerer: z.enum(LAW_ANSWERERS),
  authority: z
    .string()
    .refine(isAuthorityId, 'There is no such authority.')
    .nullish()
    .transform((authority) => authority ?? null),
  fact: z
    .enum(LAW_FACTS)
    .nullish()
    .transform((fact) => fact ?? null),
})

const input = z.object({
  items: z.array(item).max(60, 'At most 60 items.'),
  reason: text(4000).min(1, 'Give the reason in writing.'),
})

/**
 * Public Affairs adopts the next version of what law and policy ask of every account (V.A.2). An item that keeps its
 * wording keeps its answers; every other one is asked anew of each account.
 */
export const adoptLawChecklist = defineCommand({
  name: 'adoptLawChecklist',
  permission: 'lawChecklist.adopt',
  subjectType: 'LawChecklist',
  input,
  subjectId: () => null,
  lock: lockLawChecklist,
  place: () => ({ componentId: null }),
  version: ({ version }) => version,
  decide(_actor, _now, { items: questions, reason }, inForce) {
    const refusal = checkLawQuestions(questions)
    if (refusal) return refuse(refusal)
    const items = nextItems(inForce, questions)
    return changesNothing(inForce, items)
      ? refuse(invalidInput('items', 'The checklist in force asks the same: nothing changes.'))
      : allow({ items: [...items], reason })
  },
  async apply(tx, { items, reason }, inForce, context) {
    const { now } = context
    const id = newId(now.getTime())
    const version = inForce.version + 1
    const adoptedById = decider(context)
    await tx.lawChecklist.createMany({
      data: [{ id, version, items: items.map((one) => ({ ...one })), adoptedById, adoptedAt: now, reason }],
    })
    return {
      result: { type: 'LawChecklist', id },
      audit: [
        {
          action: 'lawChecklist.adopt',
          componentId: null,
          subjectType: 'LawChecklist',
          subjectId: id,
          clauses: ['V.A.2'],
          reason,
          changes: [
            { field: 'version', before: inForce.version, after: version },
            { field: 'items', before: keysOf(inForce.items), after: keysOf(items) },
            {
              field: 'askedAnew',
              before: null,
              after: keysOf(items.filter((one) => one.version === version)),
            },
          ],
        },
      ],
      events: [{ type: 'lawChecklist.adopted', subjectType: 'LawChecklist', subjectId: id }],
    }
  },
})

function keysOf(items: readonly LawItem[]): readonly string[] {
  return items.map(({ key }) => key)
}
