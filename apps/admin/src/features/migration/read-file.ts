import Papa from 'papaparse'

/** A file that cannot be read as it is: why, and what it would say when read another way. */
export interface Obstacle {
  readonly problem: string
  /** What the person may agree to. */
  readonly offer: string
  /** A few lines that show whether that is right. */
  readonly sample: readonly string[]
  readonly mended: string
}

/** The text of a file, or what stands in its way; `notes` say what was noticed and does no harm. */
export type FileReading =
  | { readonly kind: 'TEXT'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'OBSTACLE'; readonly obstacle: Obstacle }

const SAMPLE_LINES = 3
const BYTE_ORDER_MARK = '\uFEFF'

/** Reads a file’s bytes as UTF-8 text; a byte order mark stays, so that the digest stays the file’s. */
export function readBytes(bytes: Uint8Array): FileReading {
  const text = decode(bytes, 'utf-8', true)
  if (text !== null && !text.includes('\0')) return readText(text)
  const utf16 = utf16Name(bytes)
  const encoding = utf16 ?? 'windows-1252'
  const mended = decode(bytes, encoding, false) ?? ''
  const name = utf16 ? 'UTF-16' : 'windows-1252, as old spreadsheets save it'
  return {
    kind: 'OBSTACLE',
    obstacle: {
      problem: `The file is not in UTF-8. It seems to be in ${name}.`,
      offer: `Read it as ${utf16 ? 'UTF-16' : 'windows-1252'}`,
      sample: linesWith(mended, utf16 ? /./ : /[^\p{ASCII}]/u),
      mended,
    },
  }
}

/** Looks whether a text separates its cells by commas. */
export function readText(text: string): FileReading {
  const separator = separatorOf(text)
  if (separator !== null) {
    return {
      kind: 'OBSTACLE',
      obstacle: {
        problem: `The file separates its cells by ${SEPARATORS[separator]}, not by commas.`,
        offer: `Read ${SEPARATORS[separator]} as separators`,
        sample: linesWith(text, /./),
        mended: withCommas(text, separator),
      },
    }
  }
  const marked = text.startsWith(BYTE_ORDER_MARK)
  const notes = marked ? ['The file begins with a byte order mark; it is not part of the first column.'] : []
  return { kind: 'TEXT', text, notes }
}

/** The names of a file’s columns, in its order. */
export function readHeader(text: string): string[] {
  const [header = []] = Papa.parse<string[]>(withoutMark(text), { preview: 1, delimiter: ',' }).data
  return header.map((column) => column.trim())
}

const SEPARATORS = { ';': 'semicolons', '\t': 'tabs' } as const

function separatorOf(text: string): keyof typeof SEPARATORS | null {
  const [header = ''] = withoutMark(text).split(/\r?\n/, 1)
  if (header.includes(',')) return null
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : null
}

function withCommas(text: string, delimiter: string): string {
  const { data } = Papa.parse<string[]>(withoutMark(text), { delimiter, skipEmptyLines: true })
  return Papa.unparse(data, { newline: '\n' })
}

function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}

function decode(bytes: Uint8Array, encoding: string, ignoreBOM: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes)
  } catch {
    return null
  }
}

function utf16Name(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function linesWith(text: string, pattern: RegExp): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => pattern.test(line))
    .slice(0, SAMPLE_LINES)
}
