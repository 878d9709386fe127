import { GraphQLError } from 'graphql'

/** What a caller has to put right, told before anything is read. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
