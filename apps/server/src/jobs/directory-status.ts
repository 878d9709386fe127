import { z } from 'zod'

const QUERY = 'query PublishedDirectory { directoryStatus { version accountCount digest } }'

const answerSchema = z.object({
  data: z.object({
    directoryStatus: z.object({ version: z.string(), accountCount: z.int(), digest: z.string() }),
  }),
})

/** Which state of the directory the public would be shown now. */
export type PublishableDirectory = z.infer<typeof answerSchema>['data']['directoryStatus']

/** Asks the server as a stranger would. Throws when it does not answer with a directory. */
export async function readDirectoryStatus(
  graphqlUrl: string,
  signal: AbortSignal,
): Promise<PublishableDirectory> {
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
    signal,
  })
  return answerSchema.parse(await response.json()).data.directoryStatus
}
