import { DomainError, invalidInput } from '@official-accounts/domain/errors'

/**
 * The text of a file as uploaded or read. A byte order mark is kept, so that the digest stays the file's.
 *
 * @throws DomainError INVALID_INPUT that names the encoding when it is not UTF-8
 */
export function decodeSource(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new DomainError(
      invalidInput('content', `The file is ${otherEncoding(bytes)}, not UTF-8. Save it as UTF-8.`),
    )
  }
}

// Whatever is no UTF-8 and has no mark of UTF-16 came from an old spreadsheet: windows-1252, which maps any byte.
function otherEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    ? 'UTF-16'
    : 'windows-1252'
}
