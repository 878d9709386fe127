import { gunzipSync } from 'node:zlib'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi
const UNICODE_ESCAPE = /\\u([0-9a-f]{4})/gi
const PERCENT = /(?:%[0-9a-f]{2})+/gi

/** A file's bytes as text, those compressed by gzip opened first: Pagefind keeps whole pages so. */
export function fileText(bytes: Uint8Array): string {
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  return Buffer.from(compressed ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Text with the escapes of HTML undone. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    return character(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)) ?? whole
  })
}

/** Text as a person would read it, lower case: escapes of HTML, JSON and addresses undone. */
export function plainText(text: string): string {
  const unescaped = text.includes('\\u')
    ? text.replace(UNICODE_ESCAPE, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  const decoded = unescaped.includes('%') ? unescaped.replace(PERCENT, withoutPercent) : unescaped
  return withoutEntities(decoded).normalize('NFC').toLowerCase()
}

function withoutPercent(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

function character(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
