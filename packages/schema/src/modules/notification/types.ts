import { noticeWords } from '@official-accounts/domain/notification/notices'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder } from '../../builder.ts'
import { MailPreferenceEnum, MailStateEnum } from './enums.ts'

export const NotificationNode = builder.prismaNode('Notification', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'Something that happened, told to you.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'The event, such as account.requested.' }),
    words: t.string({
      description: 'What happened, in words.',
      select: { kind: true },
      resolve: ({ kind }) => noticeWords(kind),
    }),
    subjectName: t.exposeString('subjectName', { description: 'What the record was called then.' }),
    subjectType: t.exposeString('subjectType', { description: 'To which kind of record it happened.' }),
    subjectId: t.id({
      description: 'To which record, by its global id.',
      select: { subjectType: true, subjectId: true },
      resolve: ({ subjectType, subjectId }) => encodeGlobalID(subjectType, subjectId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When you were told.' }),
    readAt: t.expose('readAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When you marked it as read; null while it is unread.',
    }),
    mailState: t.expose('mailState', { type: MailStateEnum, description: 'What became of its mail.' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true, description: 'When its mail went out.' }),
  }),
})

export const NotificationPreferenceNode = builder.prismaNode('NotificationPreference', {
  nullable: true,
  id: { field: 'personId', description: 'Global id.' },
  description: 'How you are told of what happens.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    mail: t.expose('mail', { type: MailPreferenceEnum, description: 'By e-mail.' }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it last changed.' }),
  }),
})

export const MailOutageNode = builder.prismaNode('MailOutage', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A time in which the mail server took nothing. What waited goes out after it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    failure: t.exposeString('failure', { description: 'What the connection failed with last.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    beganAt: t.expose('beganAt', { type: 'DateTime', description: 'Since when.' }),
    lastFailedAt: t.expose('lastFailedAt', { type: 'DateTime', description: 'When it was last tried.' }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', description: 'When it is tried next.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when; null while it goes on.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
  }),
})
