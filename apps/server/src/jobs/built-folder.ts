import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'

/** What is built again and again: `<root>/builds/<name>`, and `<root>/current`, a link to the one in use. */
export interface BuiltFolder {
  readonly root: string
}

const ABANDONED_MS = 3_600_000

/** The name of the build in use; null before the first. */
export function currentBuild({ root }: BuiltFolder): string | null {
  try {
    const name = basename(readlinkSync(join(root, 'current')))
    return existsSync(join(root, 'builds', name)) ? name : null
  } catch {
    return null
  }
}

/** The names of the finished builds that are there. */
export function finishedBuilds({ root }: BuiltFolder): readonly string[] {
  const builds = join(root, 'builds')
  return existsSync(builds) ? readdirSync(builds).filter((name) => !isBegun(name)) : []
}

/** An empty folder to build into. */
export function beginBuild({ root }: BuiltFolder, name: string): string {
  const folder = join(root, 'builds', `.${name}.${process.pid}`)
  remove(folder)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Gives a finished build its name; it is in use only after `useBuild`. */
export function finishBuild({ root }: BuiltFolder, built: string, name: string): void {
  const target = join(root, 'builds', name)
  remove(target)
  renameSync(built, target)
}

/** Gives a finished build its name and makes it the one in use, in one step that nobody can see half of. */
export function switchTo(folder: BuiltFolder, built: string, name: string): void {
  finishBuild(folder, built, name)
  useBuild(folder, name)
}

/** Makes a build that is there the one in use. */
export function useBuild({ root }: BuiltFolder, name: string): void {
  const link = join(root, `current.${process.pid}`)
  rmSync(link, { force: true })
  symlinkSync(join('builds', name), link)
  renameSync(link, join(root, 'current'))
}

/** Removes a folder that was begun and came to nothing. */
export function dropBuild(built: string): void {
  remove(built)
}

/** Removes everything begun and not finished: what a process that was killed left behind. */
export function dropUnfinished({ root }: BuiltFolder): void {
  const builds = join(root, 'builds')
  const begun = existsSync(builds) ? readdirSync(builds).filter(isBegun) : []
  for (const name of begun) remove(join(builds, name))
}

/** Removes all finished builds but those named and the one in use. */
export function keepOnly(folder: BuiltFolder, names: readonly string[]): void {
  const kept = new Set([...names, currentBuild(folder)])
  const old = finishedBuilds(folder).filter((name) => !kept.has(name))
  for (const name of old) remove(join(folder.root, 'builds', name))
}

/** Removes all builds but the newest `count` and the one in use, and what failed builds left. */
export function keepNewest(folder: BuiltFolder, count: number): void {
  const builds = join(folder.root, 'builds')
  const found = readdirSync(builds).map((name) => ({ name, builtAt: statSync(join(builds, name)).mtimeMs }))
  const abandoned = found.filter(({ name, builtAt }) => isBegun(name) && builtAt < Date.now() - ABANDONED_MS)
  for (const { name } of abandoned) remove(join(builds, name))
  const finished = found.filter(({ name }) => !isBegun(name)).sort((a, b) => b.builtAt - a.builtAt)
  keepOnly(
    folder,
    finished.slice(0, count).map(({ name }) => name),
  )
}

function isBegun(name: string): boolean {
  return name.startsWith('.')
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}
