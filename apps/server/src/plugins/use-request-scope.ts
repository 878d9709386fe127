import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { Plugin } from 'graphql-yoga'
import { admit, answerHeaders, requestIdOf, type AdmissionOptions } from '../identity/admit.ts'
import { withinRequest } from '../request-scope.ts'

/**
 * Gives every request an id and an actor, and runs it with the rows this actor may read. A bad credential, and a
 * session cookie that another site's page may have sent, are refused before anything is parsed.
 */
export function useRequestScope(options: AdmissionOptions): Plugin {
  return {
    async onRequest({ request, requestHandler, setRequestHandler, endResponse }) {
      const requestId = requestIdOf(request)
      const admitted = await admit(options, request, requestId)
      if (admitted instanceof Response) return endResponse(admitted)
      const settings = settingsFor(readReach(admitted))
      setRequestHandler((incoming, context) =>
        withinRequest({ requestId, actor: admitted }, () =>
          runAs(settings, async () => {
            const response = await requestHandler(incoming, context)
            for (const [name, value] of Object.entries(answerHeaders(requestId)))
              response.headers.set(name, value)
            return response
          }),
        ),
      )
    },
  }
}
