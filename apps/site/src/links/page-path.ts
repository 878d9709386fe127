/** The address of one page of a list: the first has the list's own address, later ones end in their number. */
export function pagePath(base: string, number: number, infix = ''): string {
  return number === 1 ? base : `${base}${infix}${number}/`
}
