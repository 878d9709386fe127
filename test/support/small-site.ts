import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runAs } from '@official-accounts/db/actor-settings'
import { readStatus } from '@official-accounts/schema/modules/directory/status'
import type { Services } from '@official-accounts/schema/context'
import type { WritePages } from '@official-accounts/server/jobs/publication/build-pages'

const PUBLIC = { scope: 'public', components: [], person: null } as const

/** Changes a site that was just written, as a faulty build would have: the folder, and a way to write a file in it. */
export type Spoil = (write: (path: string, content: string | Uint8Array) => void, slugs: string[]) => void

/**
 * A build of a site of few pages from the registry as it is: a start page that links a page for each listed account,
 * in both languages, and the accounts as data. It stands in for the real one where that would take minutes.
 */
export function smallSite(services: Services, spoil: Spoil = () => {}): WritePages {
  return async (pages) => {
    const { status, accounts } = await runAs(PUBLIC, async () => ({
      status: await readStatus(services.directory),
      accounts: await services.directory.directoryAccount.findMany({
        select: { slug: true, title: true },
        orderBy: { slug: 'asc' },
      }),
    }))
    function write(path: string, content: string | Uint8Array): void {
      mkdirSync(dirname(join(pages, path)), { recursive: true })
      writeFileSync(join(pages, path), content)
    }
    const slugs = accounts.map(({ slug }) => slug)
    spoil(write, slugs)
    for (const language of ['', 'es/']) {
      const links = slugs.map((slug) => `<a href="/${language}accounts/${slug}/">${slug}</a>`)
      write(
        `${language}index.html`,
        `<h1>Accounts</h1>${links.join('')}<a href="/data/v1/manifest.json">x</a>`,
      )
      for (const slug of slugs) write(`${language}accounts/${slug}/index.html`, `<h1>${slug}</h1>`)
    }
    for (const kind of ['json', 'csv', 'ndjson']) write(`data/v1/accounts.${kind}`, JSON.stringify(accounts))
    const { digest: version, accounts: accountCount, as_of: asOf } = status
    writeFileSync(
      `${pages}.snapshot.json`,
      JSON.stringify({ status: { version, accountCount, asOf }, accounts }),
    )
  }
}
