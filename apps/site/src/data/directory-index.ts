import type { Account, Component, DirectorySnapshot, Platform } from './directory-model.ts'

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** A snapshot with the look-ups that pages need, made once so that a build grows linearly. */
export interface Directory extends DirectorySnapshot {
  department: Component | undefined
  accountBySlug: ReadonlyMap<string, Account>
  componentBySlug: ReadonlyMap<string, Component>
  platformBySlug: ReadonlyMap<string, Platform>
  /** Accounts the department stands by or has suspended, by handle. */
  current: readonly Account[]
  /** Accounts that are no longer official, by handle. */
  former: readonly Account[]
  currentByComponent: ReadonlyMap<string, readonly Account[]>
  currentByPlatform: ReadonlyMap<string, readonly Account[]>
  currentByHandle: ReadonlyMap<string, readonly Account[]>
}

/** Sorts and indexes a snapshot. */
export function indexDirectory(snapshot: DirectorySnapshot): Directory {
  const accounts = snapshot.accounts.toSorted(byHandle)
  const current = accounts.filter((account) => account.status !== 'FORMERLY_OFFICIAL')
  const components = snapshot.components.toSorted((a, b) => collator.compare(a.name, b.name))
  const platforms = snapshot.platforms.toSorted((a, b) => collator.compare(a.name, b.name))
  return {
    ...snapshot,
    accounts,
    components,
    platforms,
    department: components.find((component) => component.kind === 'DEPARTMENT'),
    accountBySlug: new Map(accounts.map((account) => [account.slug, account])),
    componentBySlug: new Map(components.map((component) => [component.slug, component])),
    platformBySlug: new Map(platforms.map((platform) => [platform.slug, platform])),
    current,
    former: accounts.filter((account) => account.status === 'FORMERLY_OFFICIAL'),
    currentByComponent: Map.groupBy(current, (account) => account.component.slug),
    currentByPlatform: Map.groupBy(current, (account) => account.platform.slug),
    currentByHandle: Map.groupBy(current, (account) => account.handle.toLowerCase()),
  }
}

/** Components directly below one; null stands for the topmost ones. */
export function childComponents(directory: Directory, parent: Component | null): Component[] {
  return directory.components.filter(
    (component) => (component.parent?.slug ?? null) === (parent?.slug ?? null),
  )
}

/** The same component's current accounts of the same name on other platforms. */
export function namesakesOf(directory: Directory, account: Account): Account[] {
  const sameName = directory.currentByHandle.get(account.handle.toLowerCase()) ?? []
  return sameName.filter(
    (other) => other.slug !== account.slug && other.component.slug === account.component.slug,
  )
}

/** An alias under which an account was known once. */
export interface FormerHandle {
  account: Account
  alias: Account['aliases'][number]
}

/** Handles that accounts have left behind. */
export function formerHandles(directory: Directory): FormerHandle[] {
  return directory.accounts.flatMap((account) =>
    account.aliases.filter((alias) => alias.former).map((alias) => ({ account, alias })),
  )
}

function byHandle(a: Account, b: Account): number {
  return collator.compare(a.handle, b.handle) || collator.compare(a.platform.slug, b.platform.slug)
}
