import type { ComponentCode } from './records.ts'

/** Whose a marked record is: a component's, or the department's. */
export type Owner = ComponentCode | 'DEPARTMENT'

/** Text that says where it stands, so that whoever reads it has shown what they can see. */
export function mark(owner: Owner, kind: string, field: string): string {
  return `«${owner} ${kind} ${field}»`
}

/** Every mark in a text, as owner, kind and field. */
export function marksIn(text: string): readonly (readonly [Owner, string, string])[] {
  return [...text.matchAll(/«(\S+) (\S+) (\S+)»/g)].map(([, owner, kind, field]) => [
    owner as Owner,
    `${kind}`,
    `${field}`,
  ])
}

/** The columns of a row, each with the mark of its field. */
export function fill(
  owner: Owner,
  kind: string,
  columns: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, field]) => [column, mark(owner, kind, field)]),
  )
}
