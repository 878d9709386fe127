import { NoSchemaIntrospectionCustomRule } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { currentRequest } from '../request-scope.ts'

/** In production, strangers do not get the schema from the server; it is published with the product. */
export function useIntrospectionGuard(production: boolean): Plugin {
  return {
    onValidate({ addValidationRule }) {
      if (production && currentRequest().actor.kind === 'ANONYMOUS')
        addValidationRule(NoSchemaIntrospectionCustomRule)
    },
  }
}
