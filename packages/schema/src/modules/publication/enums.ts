import { builder, EVERYWHERE } from '../../builder.ts'

export const PublicationStateEnum = builder.enumType('PublicationState', {
  description: 'Where a publication of the directory stands.',
  values: {
    REQUESTED: { value: 'REQUESTED', description: 'Asked for; waits for its turn.' },
    BUILDING: { value: 'BUILDING', description: 'Its pages are being built and checked.' },
    PUBLISHED: { value: 'PUBLISHED', description: 'In use: the public sees it.' },
    FAILED: { value: 'FAILED', description: 'Not published; the one before stayed in use.' },
    SUPERSEDED: { value: 'SUPERSEDED', description: 'A later one took its place.' },
    ROLLED_BACK: { value: 'ROLLED_BACK', description: 'Was in use until somebody went back from it.' },
    UNCHANGED: { value: 'UNCHANGED', description: 'Nothing to build: what is in use says it all already.' },
  } as const,
})

export const PublicationTriggerEnum = builder.enumType('PublicationTrigger', {
  description: 'What set a publication off.',
  values: {
    START: { value: 'START', description: 'The server started.' },
    CHANGE: { value: 'CHANGE', description: 'The registry changed.' },
    URGENT: {
      value: 'URGENT',
      description: 'Something was suspended or prohibited: it goes before the others.',
    },
    MANUAL: { value: 'MANUAL', description: 'Somebody asked for it.' },
  } as const,
})

export const PublicationFailureEnum = builder.enumType('PublicationFailure', {
  description: 'Why a publication failed.',
  values: {
    BUILD_FAILED: { value: 'BUILD_FAILED', description: 'The pages could not be built.' },
    TIMED_OUT: { value: 'TIMED_OUT', description: 'The pages were not built in time.' },
    INTERRUPTED: { value: 'INTERRUPTED', description: 'The server stopped in the middle.' },
    COUNT_COLLAPSED: { value: 'COUNT_COLLAPSED', description: 'Too many accounts would have gone at once.' },
    ACCOUNT_PAGES_MISSING: { value: 'ACCOUNT_PAGES_MISSING', description: 'Listed accounts have no page.' },
    LINKS_BROKEN: { value: 'LINKS_BROKEN', description: 'Links inside the site lead nowhere.' },
    PERSONAL_DATA: { value: 'PERSONAL_DATA', description: 'The pages hold something about a person.' },
    MANIFEST_INCOMPLETE: {
      value: 'MANIFEST_INCOMPLETE',
      description: 'The manifest does not agree with the files.',
    },
  } as const,
})

export const DirectoryBuildOutcomeEnum = builder.enumType('DirectoryBuildOutcome', {
  description: 'How a build of the public directory ended.',
  subGraphs: EVERYWHERE,
  values: {
    PUBLISHED: { value: 'PUBLISHED', description: 'It was put in use.' },
    FAILED: { value: 'FAILED', description: 'It was not; the one before stayed in use.' },
    ROLLED_BACK: {
      value: 'ROLLED_BACK',
      description: 'It was in use, until the department went back from it.',
    },
  } as const,
})
