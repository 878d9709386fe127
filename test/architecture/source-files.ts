import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname

/** A file of the repository. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly string[]
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

// What .gitignore leaves out; a copy of the repository without git has the same files.
const NOT_OURS = ['node_modules', '.git', 'generated', 'dist', '.data', '.astro', '.cache', 'coverage']

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return entry.isFile() ? [path] : []
  })
}

/** Every file of the repository with one of the endings. */
export function sourceFiles(endings: readonly string[]): readonly SourceFile[] {
  return listFiles('.')
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map(readSource)
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  return { path, text, lines: text.split('\n').length - 1, imports }
}

/** The folder of the workspace a file lies in, such as `packages/domain`. */
export function workspaceOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'packages' || first === 'apps' ? `${first}/${second}` : first
}

/** The file a relative import leads to, from the root of the repository. */
export function relativeTarget(from: SourceFile, specifier: string): string {
  return normalize(join(dirname(from.path), specifier))
}
