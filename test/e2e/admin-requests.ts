import type { Page } from 'playwright-core'

/** What a mutation was sent with. */
export interface SentMutation {
  readonly idempotencyKey: string
}

interface Body {
  readonly query: string
  readonly variables: { readonly input: SentMutation }
}

/**
 * Notes every request of one mutation that a page sends. With `loseFirstAnswer` the first one reaches the server and
 * is done there, and its answer never comes back.
 */
export async function recordMutations(
  page: Page,
  name: string,
  { loseFirstAnswer = false }: { readonly loseFirstAnswer?: boolean } = {},
): Promise<readonly SentMutation[]> {
  const sent: SentMutation[] = []
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON() as Body
    if (!body.query.includes(`mutation ${name}`)) return route.continue()
    sent.push(body.variables.input)
    if (!loseFirstAnswer || sent.length > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  return sent
}
