import { availablePublicationActions } from '@official-accounts/domain/publication/publication-rules'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { PublicationFailureEnum, PublicationStateEnum, PublicationTriggerEnum } from './enums.ts'

export const PublicationNode = builder.prismaNode('Publication', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One attempt to publish the directory (V.B.6): built, checked, put in use, or why not.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: PublicationStateEnum, description: 'Where it stands.' }),
    trigger: t.expose('trigger', { type: PublicationTriggerEnum, description: 'What set it off.' }),
    directoryVersion: t.exposeString('directoryVersion', {
      nullable: true,
      description: 'The directory’s version it shows.',
    }),
    accountCount: t.exposeInt('accountCount', { nullable: true, description: 'Accounts it shows.' }),
    fileCount: t.exposeInt('fileCount', { nullable: true, description: 'Files in its manifest.' }),
    byteCount: t.exposeInt('byteCount', { nullable: true, description: 'Their size together, in bytes.' }),
    manifestSha256: t.exposeString('manifestSha256', {
      nullable: true,
      description: 'SHA-256 of its manifest, hexadecimal.',
    }),
    signingKey: t.exposeString('signingKey', {
      nullable: true,
      description: 'Thumbprint (RFC 7638) of the key its manifest is signed with.',
    }),
    acceptLoss: t.exposeBoolean('acceptLoss', {
      description: 'Whether it may be published although many accounts would go at once.',
    }),
    failureCode: t.expose('failureCode', {
      type: PublicationFailureEnum,
      nullable: true,
      description: 'Why it failed, by code.',
    }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it failed, in a sentence.' }),
    detail: t.exposeString('detail', { nullable: true, description: 'Where to look.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why somebody asked for it, or went back from it.',
    }),
    requestedById: t.id({
      nullable: true,
      description: 'Who asked for it, by global id; null where nobody had to.',
      select: { requestedById: true },
      resolve: ({ requestedById }) => requestedById && encodeGlobalID('Person', requestedById),
    }),
    kept: t.exposeBoolean('kept', { description: 'Whether its pages are still there to go back to.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its build began.',
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last put in use.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: { state: true, kept: true },
      resolve: (publication, _args, { actor }) => [...availablePublicationActions(actor, publication)],
    }),
  }),
})
