import { parseArgs } from 'node:util'

/** Every operation that can be measured, in the order they are. O4 comes as a page of one account and a list. */
export const OPERATION_IDS = ['O1', 'O2', 'O3', 'O4', 'O5', 'O8', 'O9'] as const

export type OperationId = (typeof OPERATION_IDS)[number]

/** How a run of the benchmarks is made. */
export interface BenchOptions {
  readonly only: readonly OperationId[]
  /** Seconds of load per contender and round. */
  readonly seconds: number
  /** Seconds of load before each measurement that count for nothing. */
  readonly warmUp: number
  readonly rounds: number
  readonly connections: number
  readonly accounts: number
  readonly auditEntries: number
  readonly json: string
}

export const USAGE = `bench [--only O1,O2] [--seconds 5] [--warm-up 2] [--rounds 3] [--connections 8]
      [--accounts 10000] [--audit 100000] [--json .data/bench.json]
measures: O1 directory page, O2 account detail, O3 filtered search, O4 cached public read, O5 audited command,
          O8 first against deep page of the audit, O9 build of the public site`

/** Reads the command line. Throws with what is wrong and the usage. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: OPERATION_IDS.join(',') },
      seconds: { type: 'string', default: '5' },
      'warm-up': { type: 'string', default: '2' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '8' },
      accounts: { type: 'string', default: '10000' },
      audit: { type: 'string', default: '100000' },
      json: { type: 'string', default: '.data/bench.json' },
    },
  })
  return {
    only: values.only.split(',').map(toOperationId),
    seconds: positive('seconds', values.seconds),
    warmUp: positive('warm-up', values['warm-up']),
    rounds: positive('rounds', values.rounds),
    connections: positive('connections', values.connections),
    accounts: positive('accounts', values.accounts),
    auditEntries: positive('audit', values.audit),
    json: values.json,
  }
}

function toOperationId(name: string): OperationId {
  const found = OPERATION_IDS.find((id) => id === name.trim().toUpperCase())
  if (found === undefined) throw new Error(`There is no operation ${name}.\n${USAGE}`)
  return found
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} is a whole number above zero.\n${USAGE}`)
  return number
}
