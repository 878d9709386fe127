/** An enum value as people read it: `CHANGES_REQUESTED` becomes `Changes requested`. */
export function enumWords(value: string): string {
  const text = value.toLowerCase().replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A name in camel case as people read it: `commentPolicyUrl` becomes `Comment policy URL`. */
export function fieldWords(name: string): string {
  const text = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  const spoken = text
    .replace(/\burl\b/g, 'URL')
    .replace(/\bsha ?256\b/g, 'SHA-256')
    .replace(/\bid\b/g, 'ID')
  return spoken.charAt(0).toUpperCase() + spoken.slice(1)
}

/** Whether a text is one of the values of an enum. */
export function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return values.some((value) => value === text)
}
