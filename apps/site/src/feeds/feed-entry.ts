/** One change as both feeds tell it. */
export interface FeedEntry {
  /** Permanent, and different for two changes of one account. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** Absolute address of the account's page. */
  readonly page: string
  /** An instant, ISO 8601. */
  readonly at: string
  /** LISTED, SUSPENDED, …: the kind of change. */
  readonly kind: string
}

/** The feed as a whole; addresses are absolute. */
export interface FeedHead {
  readonly title: string
  readonly description: string
  readonly author: string
  readonly home: string
  readonly atom: string
  readonly json: string
  /** When its newest entry happened, ISO 8601. */
  readonly updated: string
}
