/**
 * A text as a cell that no spreadsheet takes for a formula (CWE-1236): one that begins with = + - @, a tab, a
 * carriage return or an apostrophe gets an apostrophe in front. `readCell` takes it away again.
 */
export function writeCell(text: string): string {
  return /^[=+\-@\t\r']/.test(text) ? `'${text}` : text
}

/** The text that a cell stands for. */
export function readCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/** Several texts as one: separated by `;`, where `\;` is a semicolon and `\\` a backslash of the text itself. */
export function joinList(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/[\\;]/g, '\\$&')).join(';')
}

/** The texts again; an empty text stands for none. */
export function splitList(joined: string): string[] {
  if (joined === '') return []
  const texts = ['']
  for (const [token] of joined.matchAll(/\\?[\s\S]/g)) {
    if (token === ';') texts.push('')
    else texts.push(`${texts.pop() ?? ''}${token.length > 1 ? token.slice(1) : token}`)
  }
  return texts
}
