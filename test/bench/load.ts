import autocannon from 'autocannon'
import { cpuMilliseconds, familyCpuMilliseconds, peakMebibytes } from './machine/process-usage.ts'
import type { Call } from './operations/operation.ts'

/** What a side did under load for a while. CPU is Node's and the database's, in milliseconds per request. */
export interface Measurement {
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly serverCpu: number | null
  readonly databaseCpu: number | null
  readonly peakMebibytes: number | null
}

/** Whom the load goes to, and which processes do the work. */
export interface LoadTarget {
  readonly url: string
  readonly pid: number
  readonly databasePid: number
  readonly calls: readonly Call[]
  readonly connections: number
}

/**
 * Keeps connections busy with the calls for some seconds; each has its own share of them, in order and over again.
 *
 * @throws Error when an answer was no success: what fails fast would look fast
 */
export async function load(target: LoadTarget, seconds: number): Promise<Measurement> {
  const { url, pid, databasePid, calls, connections } = target
  const latencies: number[] = []
  const before = { server: cpuMilliseconds(pid), database: familyCpuMilliseconds(databasePid) }
  let given = 0
  const options = {
    url,
    connections,
    duration: seconds,
    setupClient: (client: autocannon.Client) => client.setRequests(share(calls, given++, connections)),
  }
  const result = await fire(options, (milliseconds) => void latencies.push(milliseconds))
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${url}: ${failed} of ${result.requests.total} requests failed.`)
  const count = Math.max(1, latencies.length)
  const each = (now: number | null, then: number | null) =>
    now === null || then === null ? null : (now - then) / count
  latencies.sort((a, b) => a - b)
  return {
    requestsPerSecond: latencies.length / result.duration,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    serverCpu: each(cpuMilliseconds(pid), before.server),
    databaseCpu: each(familyCpuMilliseconds(databasePid), before.database),
    peakMebibytes: peakMebibytes(pid),
  }
}

function fire(
  options: autocannon.Options,
  onResponse: (milliseconds: number) => void,
): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error: unknown, result) => {
      if (error instanceof Error) reject(error)
      else resolve(result)
    })
    instance.on('response', (_client, _status, _bytes, milliseconds) => onResponse(milliseconds))
  })
}

// Whole pairs of calls stay together: a command and the one that undoes it.
function share(calls: readonly Call[], place: number, connections: number): autocannon.Request[] {
  const size = Math.max(2, Math.ceil(calls.length / connections / 2) * 2)
  const start = (place * size) % calls.length
  return calls.slice(start, start + size).map(({ method, path, headers, body }) => ({
    method,
    path,
    ...(headers ? { headers: { ...headers } } : {}),
    ...(body === undefined ? {} : { body }),
  }))
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
