import type { IncomingMessage } from 'node:http'

/** Reads a small body as text. Throws RangeError as soon as it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > limit) throw new RangeError('The body is too long.')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
