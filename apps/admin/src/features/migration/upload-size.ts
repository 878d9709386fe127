/** Bytes a request to the server may have (contract: GraphQL takes bodies up to 1 MiB). */
export const LARGEST_REQUEST = 1024 * 1024

// The document, the key and what is around the file's text.
const AROUND_THE_TEXT = 4096

/** Bytes of the request that would carry a file: its text grows where JSON has to escape. */
export function requestBytes(file: { readonly fileName: string; readonly content: string }): number {
  return new TextEncoder().encode(JSON.stringify(file)).length + AROUND_THE_TEXT
}

/** A number of bytes in words, such as `1.4 MiB`. */
export function sizeWords(bytes: number): string {
  return bytes < LARGEST_REQUEST
    ? `${Math.ceil(bytes / 1024).toLocaleString('en-US')} KiB`
    : `${(bytes / LARGEST_REQUEST).toFixed(1)} MiB`
}
