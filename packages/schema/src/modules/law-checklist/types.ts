import { lawChecklistSelect, toLawChecklist } from '@official-accounts/db/facts/law-checklist-facts'
import { AUTHORITIES, type AuthorityId } from '@official-accounts/domain/directive/authorities'
import type { LawItem } from '@official-accounts/domain/law-checklist/law-checklist'
import { availableLawChecklistActions } from '@official-accounts/domain/law-checklist/law-checklist-rules'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import { LawAnswererEnum, LawAreaEnum, LawFactEnum, LawOutcomeEnum } from './enums.ts'

const LawAuthorityRef = builder.objectRef<AuthorityId>('LawAuthority').implement({
  description: 'A law or an instruction of section III that an item rests on.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.string({ description: 'Its id in the Directive, for example III.D.', resolve: (id) => id }),
    title: t.string({ description: 'Its common name.', resolve: (id) => AUTHORITIES[id].title }),
    citation: t.string({ description: 'Where it stands.', resolve: (id) => AUTHORITIES[id].citation }),
  }),
})

export const LawItemRef = builder.objectRef<LawItem>('LawItem').implement({
  description: 'One thing that law and policy ask of every account (V.A.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What its answers are kept under.' }),
    area: t.expose('area', { type: LawAreaEnum, description: 'Which area of V.A.2.' }),
    question: t.exposeString('question', { description: 'What is asked; MET means yes.' }),
    help: t.exposeString('help', { nullable: true, description: 'What helps to answer it.' }),
    answerer: t.expose('answerer', { type: LawAnswererEnum, description: 'Who answers it.' }),
    authority: t.field({
      type: LawAuthorityRef,
      nullable: true,
      description: 'What it rests on; null where that is V.A.2 itself.',
      resolve: ({ authority }) => authority,
    }),
    fact: t.expose('fact', {
      type: LawFactEnum,
      nullable: true,
      description: 'The fact on record that answers it; null where people do.',
    }),
    version: t.exposeInt('version', {
      description: 'The version of the checklist that gave it these words: answers to others count no more.',
    }),
  }),
})

export const LawChecklistNode = builder.prismaNode('LawChecklist', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A version of what law and policy ask of every account (V.A.2). The newest one is in force.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Its number, counted up.' }),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether it is the default of this product, which nobody has adopted.',
    }),
    items: t.field({
      type: [LawItemRef],
      description: 'What it asks, in order.',
      select: lawChecklistSelect,
      resolve: (checklist) => [...toLawChecklist(checklist).items],
    }),
    adoptedBy: t.relation('adoptedBy', {
      nullable: true,
      description: 'Who adopted it, where you may see that; null for the default.',
    }),
    adoptedAt: t.expose('adoptedAt', { type: 'DateTime', description: 'Since when.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      resolve: (_checklist, _args, { actor }) => [...availableLawChecklistActions(actor)],
    }),
  }),
})

builder.prismaObject('LawAnswer', {
  description: 'What was answered last to an item for an account; what it was before stands in the audit.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    itemKey: t.exposeString('itemKey', { description: 'To which item.' }),
    itemVersion: t.exposeInt('itemVersion', {
      description: 'The version of the checklist whose words were answered.',
    }),
    outcome: t.expose('outcome', { type: LawOutcomeEnum, description: 'The answer.' }),
    note: t.exposeString('note', { nullable: true, description: 'What was said beside it.' }),
    answeredBy: t.relation('answeredBy', { nullable: true, description: 'Who, where you may see that.' }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: 'In which role.' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', description: 'When.' }),
  }),
})
