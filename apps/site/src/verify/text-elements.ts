// Everything that repeats input or a record is set as text, never as markup.

/** A paragraph of plain text. */
export function paragraph(text: string, className = ''): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = text
  if (className !== '') element.className = className
  return element
}

/** A heading inside the result. */
export function heading(text: string): HTMLHeadingElement {
  const element = document.createElement('h2')
  element.className = 'result-heading'
  element.textContent = text
  return element
}

/** A link to a page of this site. */
export function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement('a')
  element.className = 'usa-link'
  element.href = href
  element.textContent = text
  return element
}

/** A list with one item for each group of nodes and texts. */
export function list(className: string, items: readonly (readonly (Node | string)[])[]): HTMLUListElement {
  const element = document.createElement('ul')
  element.className = className
  for (const content of items) {
    const item = document.createElement('li')
    item.append(...content)
    element.append(item)
  }
  return element
}

/** Terms and what is known of them. */
export function facts(rows: readonly (readonly [term: string, value: string])[]): HTMLDListElement {
  const element = document.createElement('dl')
  element.className = 'facts'
  for (const [term, value] of rows) {
    const row = document.createElement('div')
    row.className = 'facts__row'
    const name = document.createElement('dt')
    name.textContent = term
    const text = document.createElement('dd')
    text.className = 'address'
    text.textContent = value
    row.append(name, text)
    element.append(row)
  }
  return element
}
