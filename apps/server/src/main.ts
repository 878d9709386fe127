import { EmbeddedDatabaseInUseError } from '@official-accounts/db/embedded/folder-lock'
import closeWithGrace from 'close-with-grace'
import { ConfigError, loadConfig } from './config.ts'
import { ChildFailedError } from './jobs/run-node.ts'
import { PortInUseError } from './listen.ts'
import { startProduct } from './start-product.ts'

const STOP_WITHIN_MS = 20_000

const closers: (() => Promise<void>)[] = []
let stopping = false

closeWithGrace({ delay: STOP_WITHIN_MS, logger: false, skip: ['unhandledRejection'] }, async ({ err }) => {
  if (err) console.error(err)
  console.log('stopping')
  await stop()
})
// A stray promise of one request must not end the others.
process.on('unhandledRejection', (reason) => console.error(reason))

try {
  await startProduct(loadConfig(), {
    say: (line) => console.log(line),
    onClose: (close) => void closers.push(close),
  })
} catch (error) {
  // What a stop interrupts fails; the stop itself goes on.
  if (!stopping) {
    console.error(explain(error))
    await stop()
    process.exit(1)
  }
}

async function stop(): Promise<void> {
  stopping = true
  for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error))
}

// These say in words what to do about them; where they were thrown helps nobody.
function explain(error: unknown): string {
  const inWords = [ConfigError, PortInUseError, EmbeddedDatabaseInUseError, ChildFailedError]
  if (!(error instanceof Error)) return String(error)
  return inWords.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message)
}
