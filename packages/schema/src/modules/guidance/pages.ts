import { builder, EVERYWHERE } from '../../builder.ts'

interface GuidancePage {
  readonly slug: string
  readonly title: string
  readonly body: string
}

// Facts of the Directive in our own words; versioned documents come with the guidance module.
const PUBLIC_PAGES: readonly GuidancePage[] = [
  {
    slug: 'what-official-means',
    title: 'What “official” means here',
    body: 'An account is official when the department lists it here. A mark given by the platform does not make an account official.',
  },
  {
    slug: 'access',
    title: 'How employees get access',
    body: 'Access to an approved platform follows a mission need: managing an official account, or watching public accounts for awareness that is not operational. It is asked for in writing, decided by an office, and ends on a date.',
  },
  {
    slug: 'questions',
    title: 'Questions',
    body: 'Questions about official accounts go to the Office of Public Affairs.',
  },
]

const GuidancePageRef = builder.objectRef<GuidancePage>('GuidancePage').implement({
  description: 'A page of guidance that everybody may read.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its address.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    body: t.exposeString('body', { description: 'Its text, plain.' }),
  }),
})

builder.queryField('guidancePages', (t) =>
  t.field({
    type: [GuidancePageRef],
    subGraphs: EVERYWHERE,
    description: 'The guidance everybody may read (OIG.1).',
    resolve: () => [...PUBLIC_PAGES],
  }),
)
