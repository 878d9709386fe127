import type { PlatformKind } from '@official-accounts/domain/platform/platform'

/** Kinds of platforms in the plural, as a table and a form name them. */
export const KIND_WORDS: Readonly<Record<PlatformKind, string>> = {
  PROFILE: 'Platforms with accounts',
  TOOL: 'Tools without accounts',
}

/** Of which platforms a review is asked. */
export function appliesToWords(kinds: readonly PlatformKind[]): string {
  return kinds.map((kind) => KIND_WORDS[kind]).join(', ')
}
