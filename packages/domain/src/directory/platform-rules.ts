/** Why an address on a known platform is nobody's account. */
export type NoAccountReason =
  'PERSONAL_PROFILE' | 'GROUP' | 'POST_WITHOUT_OWNER' | 'RESERVED' | 'NO_ACCOUNT' | 'MALFORMED'

export type PatternMeaning = 'ACCOUNT' | 'POST' | Exclude<NoAccountReason, 'RESERVED' | 'MALFORMED'>

/**
 * What may stand in one place of an address. A list of permitted characters with bounds instead of a
 * regular expression: rules are edited as data, and this form cannot backtrack.
 */
export interface ParameterRule {
  /** Permitted characters, with ranges: `a-z0-9_.-`. A hyphen that is meant literally comes last. */
  readonly characters: string
  /** Any letter, mark or digit of any script too (LinkedIn slugs). */
  readonly anyLetter?: boolean
  readonly min: number
  readonly max: number
  /** Characters permitted in the first and in the last place, when stricter. */
  readonly first?: string
  readonly last?: string
  /** The value begins with exactly this (`UC` of a YouTube channel id). */
  readonly prefix?: string
  /** Sequences that never occur, and one that always does. */
  readonly without?: readonly string[]
  readonly contains?: string
  /** Words the platform keeps for itself; compared without case. */
  readonly reserved?: readonly string[]
  /** The platform tells `A` from `a`. */
  readonly caseSensitive?: boolean
  /** Characters that do not distinguish two accounts (the period on Facebook). */
  readonly ignored?: string
  /** The value is one of the platform's own hosts (Mastodon instances). */
  readonly listedHost?: boolean
}

/**
 * One form of address. `match` is a path of segments, each literal or with `{parameter}` in it; `*`
 * stands for any one segment, a final `**` for any rest; `?name={parameter}` asks for a query parameter. A pattern without a
 * host is tried on every host of the platform; one that begins with a host (`{name}.tumblr.com/`,
 * `youtu.be/**`) on that host alone. The first pattern that fits decides.
 */
export interface UrlPattern {
  readonly match: string
  readonly means: PatternMeaning
  /** For ACCOUNT and POST: which of the platform's account kinds the address names. */
  readonly kind?: string
}

/** How an account of one kind is written; `{host}` is the host of the address. */
export interface AccountKind {
  readonly key: string
  readonly handle: string
  readonly url: string
}

/** A platform's identity rules: plain JSON, kept as data and edited in the admin client. */
export interface PlatformRules {
  /** Hosts compared whole; `{cc}.` before a host admits any two-letter country label. */
  readonly hosts: readonly string[]
  readonly parameters: Readonly<Record<string, ParameterRule>>
  readonly kinds: Readonly<Record<string, AccountKind>>
  readonly patterns: readonly UrlPattern[]
  /** Last segments that show a part of the same account (`about`, `videos`). */
  readonly tabs?: readonly string[]
  /** Old addresses put the path after `#!/` (Twitter until 2012). */
  readonly hashBang?: boolean
  /** How a handle without address is read, or absent where a bare handle says nothing. */
  readonly bareHandle?: { readonly match: string; readonly kind: string }
}

export interface IdentityPlatform {
  readonly slug: string
  readonly name: string
  readonly prohibited: boolean
  readonly rules: PlatformRules
}
