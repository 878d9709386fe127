import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What is measured, for whoever operates the server. */
export interface Metrics {
  readonly registry: Registry
  readonly operations: Histogram<'kind' | 'outcome'>
  readonly publications: Counter<'outcome'>
  /** Told whenever another publication comes into use. */
  readonly setPublishedAt: (instant: Date) => void
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
    help: 'Attempts to publish the directory, by outcome.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  })
  return { registry, operations, publications, setPublishedAt: measureAge(registry) }
}

// An age grows by itself, so it is worked out when it is asked for.
function measureAge(registry: Registry): Metrics['setPublishedAt'] {
  let publishedAt: Date | null = null
  new Gauge({
    name: 'official_accounts_published_age_seconds',
    help: 'Seconds since the published pages came into use; missing before the first publication.',
    registers: [registry],
    collect() {
      this.reset()
      if (publishedAt === null) this.remove()
      else this.set((Date.now() - publishedAt.getTime()) / 1000)
    },
  })
  return (instant) => void (publishedAt = instant)
}
