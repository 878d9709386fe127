import { validate, type GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { currentRequest } from '../request-scope.ts'
import { refusal } from './refusal.ts'

/**
 * Tells a stranger who asks for what staff may ask to sign in, where the public schema could only say that there is
 * no such field. The names are no secret: the admin client that uses them is served to anybody.
 */
export function useSignInReminder(internalSchema: GraphQLSchema): Plugin {
  return {
    onValidate({ params }) {
      return ({ valid, result, setResult }) => {
        if (valid || currentRequest().actor.kind !== 'ANONYMOUS') return
        // A document that asks for too much stays refused for that.
        if (result.some(({ extensions }) => extensions['code'] !== undefined)) return
        if (validate(internalSchema, params.documentAST, undefined, { maxErrors: 1 }).length > 0) return
        setResult([refusal('UNAUTHENTICATED', 401, 'Sign in: only staff may ask for this.')])
      }
    },
  }
}
