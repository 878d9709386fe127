import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A built page and where it stands. */
export interface BuiltPage {
  /** File below the folder, such as `es/verify/index.html`. */
  readonly file: string
  /** Address, such as `/es/verify/`. */
  readonly path: string
  readonly language: 'en' | 'es'
  readonly html: string
}

/** Every file of a build, by its path below the folder. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** Every page of a build. */
export function readPages(folder: string): BuiltPage[] {
  return listFiles(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      file,
      path: `/${file.replace(/index\.html$/, '')}`,
      language: file.startsWith('es/') ? 'es' : 'en',
      html: readFileSync(join(folder, file), 'utf8'),
    }))
}

/** The values of an attribute, in the order of the page. */
export function attributeValues(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => decode(value))
}

/** The text a reader sees, without markup. */
export function visibleText(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  return decode(body.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ')
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&#38;', '&')
}
