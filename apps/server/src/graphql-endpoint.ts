import type { RequestContext, Services } from '@official-accounts/schema/context'
import type { GraphQLSchema } from 'graphql'
import { createYoga } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Metrics } from './http/metrics.ts'
import type { AdmissionOptions } from './identity/admit.ts'
import type { KnownReads } from './known-reads/known-read.ts'
import { useBodyLimit } from './plugins/use-body-limit.ts'
import { useDocumentLimits } from './plugins/use-document-limits.ts'
import { maskFault, useErrorCodes } from './plugins/use-error-codes.ts'
import { useIntrospectionGuard } from './plugins/use-introspection-guard.ts'
import { useOperationLog } from './plugins/use-operation-log.ts'
import { usePublicCache } from './plugins/use-public-cache.ts'
import { useRequestScope } from './plugins/use-request-scope.ts'
import { useSignInReminder } from './plugins/use-sign-in-reminder.ts'
import { useWholeOperation } from './plugins/use-whole-operation.ts'
import { currentRequest } from './request-scope.ts'

/** The two schemas: what strangers reach, and everything. */
export interface Schemas {
  readonly publicSchema: GraphQLSchema
  readonly internalSchema: GraphQLSchema
}

/** What the GraphQL endpoint is made of. */
export interface GraphqlEndpointOptions extends AdmissionOptions {
  readonly schemas: Schemas
  readonly services: Services
  readonly production: boolean
  readonly metrics: Metrics
  readonly knownReads: KnownReads
  readonly log: Logger
}

/** The GraphQL endpoint: one address, two schemas, chosen by who asks. Tests may call its `fetch`. */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions) {
  const { schemas, services, production, log } = options
  return createYoga<object, RequestContext>({
    graphqlEndpoint: '/graphql',
    schema: () =>
      currentRequest().actor.kind === 'ANONYMOUS' ? schemas.publicSchema : schemas.internalSchema,
    context: () => ({ ...currentRequest(), services }),
    logging: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    // useBodyLimit() bounds it, by who asks.
    maxRequestBodySize: false,
    maskedErrors: { errorMessage: 'fault', maskError: maskFault(log) },
    plugins: [
      usePublicCache({ version: services.dataVersion, metrics: options.metrics }),
      useRequestScope(options),
      useBodyLimit(),
      useDocumentLimits(),
      useIntrospectionGuard(production),
      useSignInReminder(schemas.internalSchema),
      useOperationLog(log, options.metrics),
      useErrorCodes(),
      useWholeOperation(log, options.knownReads),
    ],
  })
}
