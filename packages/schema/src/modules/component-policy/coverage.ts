import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleComponentDocuments } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { policyCoverage } from '@official-accounts/domain/component-policy/component-policy'
import { alignmentOf } from '@official-accounts/domain/component-process/component-process'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AlignmentEnum } from '../component-process/enums.ts'
import { conductFacts } from '../guidance/conduct.ts'
import { ComponentNode } from '../organization/types.ts'
import { PolicyCoverageEnum } from './enums.ts'

const HANGING = {
  publishingProcesses: { where: { state: 'PUBLISHED' } },
  policies: { where: { state: { in: ['SUBMITTED', 'APPROVED', 'IMPLEMENTED'] } } },
} satisfies Prisma.ComponentInclude

type CoveredComponent = Prisma.ComponentGetPayload<{ include: typeof HANGING }>

const CoverageRef = builder.objectRef<CoveredComponent>('ComponentCoverage').implement({
  description: 'How far a component has come with its policy and its publishing process (OIG.4, IV.E.1).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    component: t.field({ type: ComponentNode, description: 'Which one.', resolve: (component) => component }),
    policy: t.field({
      type: PolicyCoverageEnum,
      description: 'How far it has come with its policy.',
      resolve: ({ policies }) => policyCoverage(policies.map(({ state }) => state)),
    }),
    process: t.field({
      type: AlignmentEnum,
      description: 'How its publishing process stands to the guidance in force.',
      resolve: async ({ publishingProcesses }, _args, context) => {
        const { guidance } = await conductFacts(context)
        return alignmentOf(publishingProcesses[0] ?? null, guidance, requestNow(context))
      },
    }),
  }),
})

builder.queryField('componentCoverage', (t) =>
  t.field({
    type: [CoverageRef],
    ...INTERNAL,
    description:
      'Every component you may see documents of, with the standing of its policy and its process (OIG.4).',
    resolve: (_root, _args, context, info) => {
      const { componentId } = visibleComponentDocuments(readReach(context.actor))
      const query = queryFromInfo({ context, info, path: ['component'], include: HANGING })
      return context.services.read.component.findMany({
        ...query,
        where: componentId ? { id: componentId } : {},
        orderBy: { code: 'asc' },
        take: 1000,
      })
    },
  }),
)
