/** The global id of a record that the audit names by its type and plain id. */
export function globalId(type: string, id: string): string {
  return btoa(`${type}:${id}`)
}
