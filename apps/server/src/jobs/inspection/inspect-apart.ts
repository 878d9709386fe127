import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SigningKey } from '../manifest/signing-key.ts'
import type { Inspection, InspectionOrder } from './inspect-pages.ts'

const THREAD = new URL('./inspection-thread.ts', import.meta.url)

/**
 * Inspects a built site in a thread of its own, so that requests are answered meanwhile. Throws what the thread
 * throws, and the signal's reason when that ends it.
 */
export async function inspectApart(
  order: InspectionOrder,
  { privateKey }: SigningKey,
  signal: AbortSignal,
): Promise<Inspection> {
  signal.throwIfAborted()
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const thread = new Worker(THREAD, { workerData: { order, privateKey: pem } })
  try {
    const [inspection] = await once(thread, 'message', { signal })
    return inspection
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    await thread.terminate()
  }
}
