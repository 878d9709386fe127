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

/** An empty folder to build into. Left behind by a process that was killed, it goes with `keepNewest`. */
export function beginBuild({ root }: BuiltFolder, name: string): string {
  const folder = join(root, 'builds', `.${name}.${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Gives a finished build its name and makes it the one in use, in one step that nobody can see half of. */
export function switchTo({ root }: BuiltFolder, built: string, name: string): void {
  const target = join(root, 'builds', name)
  rmSync(target, { recursive: true, force: true })
  renameSync(built, target)
  useBuild({ root }, name)
}

/** Makes a build that is there the one in use. */
export function useBuild({ root }: BuiltFolder, name: string): void {
  const link = join(root, `current.${process.pid}`)
  rmSync(link, { force: true })
  symlinkSync(join('builds', name), link)
  renameSync(link, join(root, 'current'))
}

/** Removes all builds but the newest `count` and the one in use, and what failed builds left. */
export function keepNewest(folder: BuiltFolder, count: number): void {
  const builds = join(folder.root, 'builds')
  const used = currentBuild(folder)
  const found = readdirSync(builds).map((name) => ({ name, builtAt: statSync(join(builds, name)).mtimeMs }))
  const isBegun = ({ name }: { name: string }) => name.startsWith('.')
  const abandoned = found.filter((build) => isBegun(build) && build.builtAt < Date.now() - ABANDONED_MS)
  const finished = found.filter((build) => !isBegun(build)).sort((a, b) => b.builtAt - a.builtAt)
  const old = finished.slice(count).filter(({ name }) => name !== used)
  for (const { name } of [...abandoned, ...old]) remove(join(builds, name))
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}
