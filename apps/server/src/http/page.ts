const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
ul{list-style:none;padding:0}li{margin:0 0 1rem}button{font:inherit;padding:.5rem 1rem;border:2px solid #005ea2;
border-radius:.25rem;background:#fff;color:#005ea2;cursor:pointer}button:focus-visible,a:focus-visible{outline:.25rem solid #2491ff;outline-offset:2px}`

/** A small page of the server itself, without scripts. `body` is HTML: escape what did not come from this repository. */
export function page(status: number, title: string, body: string): Response {
  return new Response(pageHtml(title, body), { status, headers: PAGE_HEADERS })
}

/** Headers that such a page is sent with. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The page's HTML alone. */
export function pageHtml(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`
}

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
