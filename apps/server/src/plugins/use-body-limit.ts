import type { Plugin } from 'graphql-yoga'
import { currentRequest } from '../request-scope.ts'
import { refusal } from './refusal.ts'

const SIGNED_IN_BYTES = 1024 * 1024
const ANONYMOUS_BYTES = 16 * 1024

/** Reads no more of a body than 1 MiB, 16 KiB from strangers, whatever its length was said to be. */
export function useBodyLimit(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      const limit = currentRequest().actor.kind === 'ANONYMOUS' ? ANONYMOUS_BYTES : SIGNED_IN_BYTES
      const declared = request.headers.get('content-length')
      if (Number(declared ?? 0) > limit) throw tooLong(limit)
      // Node reads no more of a body than was declared: only one without a length has to be counted.
      const isBounded = declared !== null && /^\d+$/.test(declared)
      if (isBounded || requestParser === undefined || request.body === null) return
      setRequestParser(async (incoming) => requestParser(await within(incoming, limit)))
    },
  }
}

async function within(request: Request, limit: number): Promise<Request> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > limit) throw tooLong(limit)
    chunks.push(chunk)
  }
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) })
}

function tooLong(limit: number) {
  return refusal('BAD_USER_INPUT', 413, `The body is longer than ${limit} bytes.`)
}
