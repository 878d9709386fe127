import type { Config } from '../config.ts'
import { PERSONAS, findPersona } from '../development/personas.ts'
import { personaToken } from '../development/persona-token.ts'
import type { Outcome } from './command-line.ts'

/** An access token for a persona, from the running server's development issuer. */
export async function token(config: Config, persona: string): Promise<Outcome> {
  if (config.identity !== null) return refused('OIDC_ISSUER signs in here, and it has no personas.')
  if (findPersona(persona) === undefined) {
    return refused(
      `There is no persona ${persona}. There are: ${PERSONAS.map(({ name }) => name).join(', ')}.`,
    )
  }
  const accessToken = await personaToken(config.publicUrl, persona).catch((error: unknown) => {
    throw new Error(`No development sign-in answers at ${config.publicUrl}/oidc. Start the server first.`, {
      cause: error,
    })
  })
  return { ok: true, report: { persona, accessToken }, lines: [accessToken] }
}

function refused(message: string): Outcome {
  return { ok: false, report: { error: message }, lines: [message] }
}
