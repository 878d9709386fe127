import { withoutEntities } from './readable-text.ts'

const ATTRIBUTE = /\s(?:href|src|action|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
const SOURCE_SET = /\ssrcset\s*=\s*"([^"]*)"/gi
const STYLE_URL = /url\(\s*["']?([^"')]+)["']?\s*\)/gi

// Other parts of the same origin, which no build of the site makes.
const ELSEWHERE = /^\/(admin|auth|oidc)(\/|$)|^\/(graphql|healthz|readyz)$/

/**
 * The addresses on the site's own origin that a file of it leads to, as decoded paths; those of other parts of the
 * product are left out. Links of HTML and style sheets, and absolute addresses in any text: feeds, sitemaps, data.
 */
export function linkTargets(path: string, text: string, origin: string): ReadonlySet<string> {
  const links = [...absoluteLinks(text, origin), ...relativeLinks(path, text)]
  return new Set(links.flatMap((link) => targetOf(link, path, origin)))
}

function relativeLinks(path: string, text: string): readonly string[] {
  if (path.endsWith('.css')) return [...text.matchAll(STYLE_URL)].map(([, url]) => url ?? '')
  if (!path.endsWith('.html')) return []
  const attributes = [...text.matchAll(ATTRIBUTE)].map(([, double, single]) => double ?? single ?? '')
  const sets = [...text.matchAll(SOURCE_SET)].flatMap(([, set]) =>
    (set ?? '').split(',').map((part) => part.trim().split(/\s/, 1)[0] ?? ''),
  )
  return [...attributes, ...sets].map(withoutEntities)
}

function absoluteLinks(text: string, origin: string): readonly string[] {
  const escaped = origin.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.match(new RegExp(`${escaped}/[^\\s"'<>\\\\)\\]{}&,]*`, 'g')) ?? []
}

function targetOf(link: string, path: string, origin: string): readonly string[] {
  if (!URL.canParse(link, `${origin}/${path}`)) return []
  const url = new URL(link, `${origin}/${path}`)
  if (url.origin !== origin || ELSEWHERE.test(url.pathname)) return []
  try {
    return [decodeURIComponent(url.pathname)]
  } catch {
    return [url.pathname]
  }
}

/** Whether a path is served: a file, or a folder with its start page. */
export function isServed(target: string, files: ReadonlySet<string>): boolean {
  const path = target.slice(1)
  if (path === '' || path.endsWith('/')) return files.has(`${path}index.html`)
  return files.has(path) || files.has(`${path}/index.html`) || files.has(`${path}.html`)
}
