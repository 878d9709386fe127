import { mentionsPerson } from './person-name.ts'

const LONGEST_TITLE = 200
const LONGEST_DESCRIPTION = 120

/**
 * The title of an imported account out of what the row says: its name, unless the name only repeats the handle
 * and a short description says more. Titles are public: a description that names a person never becomes one.
 */
export function accountTitle(name: string, description: string, handle: string): string {
  const said = oneLine(name).replace(/^@/, '')
  const more = oneLine(description)
  const repeatsHandle = said === '' || said.toLowerCase() === handle.toLowerCase()
  const isTitle = more !== '' && more.length <= LONGEST_DESCRIPTION && !mentionsPerson(more)
  return cut((repeatsHandle && isTitle ? more : said) || handle)
}

/**
 * Tells name and description apart in the one cell that holds `<name> - <description>`. What stands after a
 * bracket or semicolon in a row that is not from a register is the compiler's note and no part of the name.
 */
export function splitNameCell(text: string, fromRegister: boolean): { name: string; description: string } {
  if (!fromRegister) return { name: text.split(/;| \(/)[0] ?? '', description: '' }
  const at = text.indexOf(' - ')
  return at < 0
    ? { name: text, description: '' }
    : { name: text.slice(0, at), description: text.slice(at + 3) }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function cut(text: string): string {
  if (text.length <= LONGEST_TITLE) return text
  const kept = text.slice(0, LONGEST_TITLE - 1)
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), LONGEST_TITLE / 2)).trimEnd()}…`
}
