import type { Directory } from '@official-accounts/domain/directory/directory'
import type { Verification } from '@official-accounts/domain/directory/verify'
import { facts, heading } from './text-elements.ts'
import type { VerifyStrings } from './verify-strings.ts'

type Row = readonly [term: string, value: string]

/** What the input was taken for: platform, handle, kind of link. Empty when nothing in it was understood. */
export function understoodView(
  answer: Verification,
  directory: Directory,
  { understood: t }: VerifyStrings,
): Element[] {
  const [only, ...others] = answer.understood
  const platform = platformName(directory, answer.platform)
  if (!only) {
    if (platform === null) return []
    const handle: Row[] = answer.canonicalKey === null ? [] : [[t.handle, answer.canonicalKey]]
    return [heading(t.heading), facts([...handle, [t.platform, platform]])]
  }
  const isFull = only.form === 'HANDLE' && only.handle.includes('@')
  const kind = isFull ? t.kinds.FULL_HANDLE : t.kinds[only.form]
  const rows: Row[] =
    others.length > 0
      ? [[t.lookedUp, t.platforms.replace('{count}', String(others.length + 1))]]
      : [
          [t.platform, platformName(directory, only.platform) ?? only.platform],
          [t.address, only.canonicalUrl],
        ]
  return [heading(t.heading), facts([[t.kind, kind], [t.handle, only.handle], ...rows])]
}

function platformName({ platforms }: Directory, slug: string | null): string | null {
  if (slug === null) return null
  return platforms.find((platform) => platform.slug === slug)?.name ?? slug
}
