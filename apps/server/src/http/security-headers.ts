import type { ServerResponse } from 'node:http'

const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

// The site's search runs WebAssembly; nothing on either face is inline or comes from elsewhere.
const SITE_CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

// The component library sets style attributes while it runs.
const ADMIN_CSP = SITE_CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  " 'wasm-unsafe-eval'",
  '',
)

/** Which of the two faces a page belongs to. */
export type Face = 'SITE' | 'ADMIN'

/** Sets the headers that bind browsers to what a face needs. `secure`: also ask for https from now on. */
export function setSecurityHeaders(response: ServerResponse, face: Face, secure: boolean): void {
  for (const [name, value] of Object.entries(COMMON)) response.setHeader(name, value)
  response.setHeader('content-security-policy', face === 'SITE' ? SITE_CSP : ADMIN_CSP)
  if (secure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
