import { builder } from '../../builder.ts'
import { ConfirmationKindEnum, ContactRoleEnum, ListingStatusEnum } from './enums.ts'

builder.prismaObject('Contact', {
  description: 'Somebody who answers for an account, for a time (V.B.5).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    role: t.expose('role', { type: ContactRoleEnum, description: 'In which place.' }),
    person: t.relation('person', { description: 'Who.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'From when.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when; null while current.',
    }),
    endReason: t.exposeString('endReason', { nullable: true, description: 'Why it ended.' }),
  }),
})

builder.prismaObject('AccountAlias', {
  description: 'Another name of an account, with its dates.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    handle: t.exposeString('handle', { description: 'The handle, without a leading @.' }),
    canonicalKey: t.exposeString('canonicalKey', { description: 'Its identity on the platform.' }),
    profileUrl: t.exposeString('profileUrl', { nullable: true, description: 'Its address.' }),
    former: t.exposeBoolean('former', { description: 'Whether the account no longer has it.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'From when; null when not known.',
    }),
    validUntil: t.expose('validUntil', { type: 'Date', nullable: true, description: 'Until when.' }),
  }),
})

builder.prismaObject('RetirementConfirmation', {
  description: 'One of the two confirmations that end an account (V.B.11).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ConfirmationKindEnum, description: 'Which one.' }),
    confirmedAt: t.expose('confirmedAt', { type: 'DateTime', description: 'When.' }),
    observation: t.exposeString('observation', {
      nullable: true,
      description: 'What was seen on the platform.',
    }),
    archiveLocation: t.exposeString('archiveLocation', {
      nullable: true,
      description: 'Where the archive is.',
    }),
    archiveSha256: t.exposeString('archiveSha256', {
      nullable: true,
      description: 'The archive’s SHA-256, hexadecimal.',
    }),
  }),
})

builder.prismaObject('Listing', {
  description: 'What an external register said of an account: history, not proof.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The register.' }),
    sourceRecord: t.exposeString('sourceRecord', { description: 'The record in it.' }),
    status: t.expose('status', { type: ListingStatusEnum, description: 'What it said.' }),
    listedOn: t.expose('listedOn', {
      type: 'Date',
      nullable: true,
      description: 'When the record was last touched there.',
    }),
    profileUrl: t.exposeString('profileUrl', { description: 'The address it gave.' }),
    title: t.exposeString('title', { description: 'The name it gave.' }),
  }),
})
