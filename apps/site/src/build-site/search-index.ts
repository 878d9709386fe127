import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { localPath, type Language } from '../i18n/language.ts'

// Results of a large language share files: thousands of tiny ones take a block of the disk each.
const mostFragments = 1000
const unused = ['pagefind-ui', 'pagefind-modular-ui', 'pagefind-component-ui', 'pagefind-highlight']

/** The search index could not be made; the message is Pagefind's own. */
class SearchIndexError extends Error {
  override readonly name = 'SearchIndexError'
}

/**
 * Indexes the pages that carry `data-pagefind-body` into `/pagefind/` and `/es/pagefind/`: one index after the other,
 * because Pagefind holds all pages of an index in memory. Throws SearchIndexError.
 */
export async function writeSearchIndex(folder: string): Promise<void> {
  for (const language of ['en', 'es'] as const) {
    try {
      await indexLanguage(folder, language)
    } finally {
      // Ends Pagefind's process, which gives its memory back.
      await close()
    }
  }
}

async function indexLanguage(folder: string, language: Language): Promise<void> {
  const index = await newIndex(language)
  const { errors } = await index.addDirectory({ path: folder, glob: await pagesOf(folder, language) })
  refuse(errors)
  const outputPath = join(folder, localPath(language, '/pagefind/'))
  refuse((await index.writeFiles({ outputPath })).errors)
  const files = unused.flatMap((name) => [`${name}.js`, `${name}.css`])
  await Promise.all(files.map((file) => rm(join(outputPath, file), { force: true })))
}

async function pagesOf(folder: string, language: Language): Promise<string> {
  if (language === 'es') return 'es/**/*.html'
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== 'es').map(({ name }) => name)
  return `{${names.toSorted().join(',')}}/**/*.html`
}

async function newIndex(language: Language): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: language, maxFragments: mostFragments })
  refuse(errors)
  if (!index) throw new SearchIndexError('Pagefind made no index.')
  return index
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new SearchIndexError(errors.join('\n'))
}
