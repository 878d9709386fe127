import { VERSION_ORDER } from '@official-accounts/db/facts/guidance-facts'
import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { guidanceStanding } from '@official-accounts/domain/guidance/guidance'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { RoleEnum } from '../organization/enums.ts'
import { GuidanceKindEnum, GuidanceStandingEnum, GuidanceTopicEnum } from './enums.ts'

const PLACE = { documentId: true, number: true, effectiveFrom: true } as const

export const GuidanceVersionNode = builder.prismaNode('GuidanceVersion', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One version of a document: published once, with the instant from which it counts (IV.A.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts the versions of the document.' }),
    body: t.exposeString('body', { description: 'What it says.' }),
    changeSummary: t.exposeString('changeSummary', { description: 'What is new in it.' }),
    roles: t.expose('roles', {
      type: [RoleEnum],
      description: 'Whoever holds one of these acknowledges it.',
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'From when it counts.' }),
    processesReviewedBy: t.expose('processesReviewedBy', {
      type: 'DateTime',
      nullable: true,
      description:
        'Until when earlier reviews of publishing processes stand; from its beginning they do not when null.',
    }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    publishedBy: t.relation('publishedBy', {
      nullable: true,
      description: 'By whom, where you may see that.',
    }),
    document: t.relation('document', { description: 'Of which document.' }),
    standing: t.field({
      type: GuidanceStandingEnum,
      description: 'Whether it counts now.',
      select: {
        ...PLACE,
        document: { select: { versions: { orderBy: VERSION_ORDER, select: PLACE } } },
      },
      resolve: (version, _args, context) =>
        guidanceStanding(version, version.document.versions, requestNow(context)),
    }),
    acknowledgedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When you acknowledged it; null when you have not.',
      select: (_args, { actor }) => ({
        acknowledgements: {
          where: { personId: { in: self(actor) } },
          select: { acknowledgedAt: true },
        },
      }),
      resolve: ({ acknowledgements }) => acknowledgements[0]?.acknowledgedAt ?? null,
    }),
  }),
})

function self(actor: Actor): string[] {
  const personId = personIdOf(actor)
  return personId === null ? [] : [personId]
}

export const GuidanceDocumentNode = builder.prismaNode('GuidanceDocument', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A document of guidance or policy; what it says stands in its versions (IV.A.3, OIG.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: GuidanceKindEnum, description: 'Whose document it is.' }),
    topic: t.expose('topic', { type: GuidanceTopicEnum, description: 'What it is about.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    sample: t.exposeBoolean('sample', {
      description: 'Whether it is a sample for development and obliges nobody.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it last changed.' }),
    versions: t.relation('versions', {
      description: 'Its versions, newest first.',
      query: { orderBy: VERSION_ORDER },
    }),
  }),
})
