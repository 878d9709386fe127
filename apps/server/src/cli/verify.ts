import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Outcome } from './command-line.ts'

const QUERY = `query VerifyFromCommandLine($input: String!) {
  verifyAccount(input: $input) { outcome canonicalKey since lastConfirmedOn source message }
}`

const answerSchema = z.object({
  data: z.object({
    verifyAccount: z.object({
      outcome: z.string(),
      canonicalKey: z.string().nullable(),
      since: z.string().nullable(),
      lastConfirmedOn: z.string().nullable(),
      source: z.string().nullable(),
      message: z.string(),
    }),
  }),
})

/** Asks the running server, as a stranger would, whether an address or a handle is an official account. */
export async function verify(config: Config, input: string): Promise<Outcome> {
  const url = `${config.publicUrl}/graphql`
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { input } }),
  }
  const response = await fetch(url, request).catch((error: unknown) => {
    throw new Error(`No server answers at ${url}. Start it first.`, { cause: error })
  })
  const { verifyAccount } = answerSchema.parse(await response.json()).data
  return { ok: true, report: verifyAccount, lines: [`${verifyAccount.outcome}: ${verifyAccount.message}`] }
}
