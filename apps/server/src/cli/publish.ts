import type { Config } from '../config.ts'
import { publishDirectory } from '../jobs/publish-directory.ts'
import type { Outcome } from './command-line.ts'

/** Builds the public site from the running server and switches to it. Throws when the server does not answer. */
export async function publish(config: Config, acceptLoss: boolean): Promise<Outcome> {
  const { dataDir, publicUrl, opaContact, port } = config
  const graphqlUrl = `http://127.0.0.1:${port}/graphql`
  const signal = new AbortController().signal
  const options = { dataDir, graphqlUrl, publicUrl, opaContact, signal }
  const publication = await publishDirectory(options, acceptLoss).catch((error: unknown) => {
    const unreachable = error instanceof TypeError && error.message === 'fetch failed'
    throw unreachable ? new Error(`No server answers at ${graphqlUrl}. Start it first.`) : error
  })
  const { outcome, version, accountCount } = publication
  return {
    ok: true,
    report: publication,
    lines: [
      `${outcome === 'PUBLISHED' ? 'Published' : 'Already published:'} version ${version}, ${accountCount} accounts.`,
    ],
  }
}
