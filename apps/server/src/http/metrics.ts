import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What is measured, for whoever operates the server. */
export interface Metrics {
  readonly registry: Registry
  readonly operations: Histogram<'kind' | 'outcome'>
  readonly publications: Counter<'outcome'>
}

/** Makes the measures of one process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const operations = new Histogram({
    name: 'official_accounts_operation_seconds',
    help: 'Time GraphQL operations took, by kind and outcome.',
    labelNames: ['kind', 'outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const publications = new Counter({
    name: 'official_accounts_publications_total',
    help: 'Builds of the public directory, by outcome.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  })
  return { registry, operations, publications }
}
