import { ROLES } from '@official-accounts/domain/access/roles'
import { builder } from '../../builder.ts'
import { AffiliationEnum, ComponentKindEnum, PersonStateEnum, RoleEnum } from './enums.ts'

export const ComponentNode = builder.prismaNode('Component', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A part of the department.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its short name, such as FEMA.' }),
    slug: t.exposeString('slug', { description: 'Its name in public addresses.' }),
    name: t.exposeString('name', { description: 'Its full name.' }),
    kind: t.expose('kind', { type: ComponentKindEnum, description: 'What it is.' }),
    websiteUrl: t.exposeString('websiteUrl', {
      nullable: true,
      description: 'Its own website; null when not known.',
    }),
    claimDays: t.exposeInt('claimDays', {
      description: 'Days after an import by which its offices claim an account.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes.' }),
    parent: t.relation('parent', { nullable: true, description: 'What it is a part of.' }),
  }),
})

export const PersonNode = builder.prismaNode('Person', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'Somebody who acts here, or a program that does. Never shown to the public.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    displayName: t.exposeString('displayName', { description: 'The name shown to colleagues.' }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'The address at work, where the identity provider gave one.',
    }),
    affiliation: t.expose('affiliation', {
      type: AffiliationEnum,
      description: 'How the person belongs here (II.C).',
    }),
    organizationName: t.exposeString('organizationName', {
      nullable: true,
      description: 'The other body, where it is one.',
    }),
    state: t.expose('state', { type: PersonStateEnum, description: 'Whether the person may act.' }),
    rightsSuspendedAt: t.expose('rightsSuspendedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when the person may read and change nothing; null while the rights hold (IV.A.5).',
    }),
    version: t.exposeInt('version', { description: 'Counts changes.' }),
    component: t.relation('component', {
      nullable: true,
      description: 'Where the person works; null for the department’s own offices.',
    }),
    roleGrants: t.relation('roleGrants', {
      description: 'Roles held now or before, newest first.',
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
    }),
  }),
})

export const RoleGrantNode = builder.prismaNode('RoleGrant', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A role held for a time.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'Which role.' }),
    title: t.string({
      description: 'The role’s title.',
      select: { role: true },
      resolve: ({ role }) => ROLES[role].title,
    }),
    component: t.relation('component', {
      nullable: true,
      description: 'For which component; null for the department’s roles.',
    }),
    person: t.relation('person', { description: 'Who holds it.' }),
    validFrom: t.expose('validFrom', { type: 'DateTime', description: 'From when.' }),
    validUntil: t.expose('validUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when; null without an end.',
    }),
    reason: t.exposeString('reason', { description: 'On what it rests.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back.',
    }),
    version: t.exposeInt('version', { description: 'Counts changes.' }),
  }),
})
