import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

const SECRETS = ['authorization', 'cookie', 'password', 'secret', 'token', 'idToken', 'codeVerifier']

/** The log: one JSON object a line, and nothing in it that would sign anybody in. */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const options = {
    level,
    redact: { paths, censor: '[removed]' },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return destination === undefined
    ? pino(options, pino.destination({ dest: 2, sync: false }))
    : pino(options, destination)
}
