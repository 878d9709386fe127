import type { SearchHit, SearchKind } from '@official-accounts/db/search-records'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { readSearch, type SearchPage } from './read-search.ts'

/** The type of the record behind each kind, as global ids name it. */
const RECORD_TYPES: Readonly<Record<SearchKind, string>> = {
  COMPONENT: 'Component',
  PLATFORM: 'Platform',
  ACCOUNT: 'Account',
  PERSON: 'Person',
  IMPORT: 'Migration',
  AUDIT_ENTRY: 'AuditEntry',
}

const SearchKindEnum = builder.enumType('SearchKind', {
  description: 'What kind of record a search finds.',
  values: {
    COMPONENT: { value: 'COMPONENT', description: 'A part of the department.' },
    PLATFORM: { value: 'PLATFORM', description: 'A platform, by its names and hosts.' },
    ACCOUNT: { value: 'ACCOUNT', description: 'An account, by its names, handles and addresses.' },
    PERSON: { value: 'PERSON', description: 'A person, by name and work address.' },
    IMPORT: { value: 'IMPORT', description: 'An import, by its file.' },
    AUDIT_ENTRY: { value: 'AUDIT_ENTRY', description: 'An audit entry, by its id alone.' },
  } as const,
})

const SearchHitRef = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'A record that a search found.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKindEnum, description: 'What it is.' }),
    recordId: t.id({
      description: 'The record, by its global id.',
      resolve: ({ kind, id }) => encodeGlobalID(RECORD_TYPES[kind], id),
    }),
    title: t.exposeString('title', { description: 'Its name.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Its second name: a handle, a code, a work address.',
    }),
    slug: t.exposeString('slug', { nullable: true, description: 'Its name in addresses.' }),
    state: t.exposeString('state', { nullable: true, description: 'Its state.' }),
    componentCode: t.exposeString('componentCode', { nullable: true, description: 'Whose it is.' }),
    platformName: t.exposeString('platformName', {
      nullable: true,
      description: 'On which platform, for an account.',
    }),
    foundBy: t.exposeString('foundBy', {
      nullable: true,
      description:
        'The other name it was found by, such as a former handle; null when title or name have the words.',
    }),
  }),
})

const SearchCountRef = builder
  .objectRef<{ readonly kind: SearchKind; readonly count: number }>('SearchCount')
  .implement({
    description: 'How many records of a kind a search found.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      kind: t.expose('kind', { type: SearchKindEnum, description: 'Of which kind.' }),
      count: t.exposeInt('count', { description: 'How many you may see.' }),
    }),
  })

const SearchResultsRef = builder.objectRef<SearchPage>('SearchResults').implement({
  description: 'What a search found, as far as you may see it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    words: t.stringList({
      description: 'The words that were looked for, in small letters, to be marked in what is shown.',
      resolve: ({ words }) => [...words],
    }),
    hits: t.field({
      type: [SearchHitRef],
      description: 'A page of them, nearest first.',
      resolve: ({ hits }) => [...hits],
    }),
    totalCount: t.exposeInt('totalCount', { description: 'How many of the kinds asked for.' }),
    counts: t.field({
      type: [SearchCountRef],
      description: 'How many of each kind, whichever were asked for; kinds without any are left out.',
      resolve: ({ counts }) => [...counts],
    }),
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows.' }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor that the next page follows; null on an empty page.',
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: SearchResultsRef,
    ...INTERNAL,
    description:
      'Finds records whose names have every word of a text, and the record or audit entry with an id. Nearest first.',
    args: {
      text: t.arg.string({ required: true, description: 'What to look for, at most 200 characters.' }),
      kinds: t.arg({ type: [SearchKindEnum], description: 'Only these kinds; all when not given.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many to list, 1 to 100.' }),
      after: t.arg.string({ description: 'The cursor of the page before.' }),
    },
    resolve: (_root, { text, kinds, first, after }, { actor, services }) =>
      readSearch(services.read, actor, {
        text,
        kinds: kinds ?? null,
        first: first ?? 20,
        after: after ?? null,
      }),
  }),
)
