import type { SiteFile } from '../data/site-file.ts'
import { languages, localPath, type Language } from '../i18n/language.ts'
import { absoluteAddress } from '../open-data/addresses.ts'

// The protocol permits 50,000 addresses and 50 MB a file; each entry here has about 350 bytes.
const mostEntries = 40_000
const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'

/**
 * The sitemap of all pages with their counterpart in the other language, and the robots.txt that names it. By hand,
 * because Astro's own compares each page with every other to find the counterpart. `paths` are those of the pages,
 * with slashes at both ends; `site` is the origin.
 */
export function sitemapFiles(paths: readonly string[], site: string): SiteFile[] {
  const pages = new Set(paths.filter((path) => !/^\/(es\/)?404(\/|\.html)/.test(path)))
  const entries = [...pages].toSorted().map((path) => entryOf(path, pages, site))
  const parts = Array.from({ length: Math.max(1, Math.ceil(entries.length / mostEntries)) }, (_, part) => ({
    path: `sitemap-${part}.xml`,
    content: `${head}${entries.slice(part * mostEntries, (part + 1) * mostEntries).join('')}</urlset>\n`,
  }))
  return [
    { path: 'sitemap-index.xml', content: indexOf(parts, site) },
    ...parts,
    {
      path: 'robots.txt',
      content: `User-agent: *\nAllow: /\nSitemap: ${absoluteAddress(site, '/sitemap-index.xml')}\n`,
    },
  ]
}

function entryOf(path: string, pages: ReadonlySet<string>, site: string): string {
  const counterparts = inEachLanguage(path).filter((other) => pages.has(other.path))
  const links = counterparts.map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${other.language}" href="${absoluteAddress(site, other.path)}"/>`,
  )
  return `<url><loc>${absoluteAddress(site, path)}</loc>${links.length > 1 ? links.join('') : ''}</url>\n`
}

function inEachLanguage(path: string): { language: Language; path: string }[] {
  const prefix = languages
    .map((language) => localPath(language, '/'))
    .find((root) => root !== '/' && path.startsWith(root))
  const plain = prefix === undefined ? path : path.slice(prefix.length - 1)
  return languages.map((language) => ({ language, path: localPath(language, plain) }))
}

function indexOf(parts: readonly SiteFile[], site: string): string {
  const places = parts.map(
    ({ path }) => `<sitemap><loc>${absoluteAddress(site, `/${path}`)}</loc></sitemap>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${places.join('')}</sitemapindex>\n`
}
