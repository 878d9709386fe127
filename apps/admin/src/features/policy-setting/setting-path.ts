/** What a policy setting is of: everything it measures, or the work of one queue. */
export interface SettingName {
  readonly key: string
  readonly queue: string | null
}

// A dot would make a file's name of it.
const BETWEEN = '~'

/** The last part of a setting's address. */
export function settingPath(key: string, queue: string | null): string {
  return queue === null ? key : `${key}${BETWEEN}${queue}`
}

/** Reads it back. */
export function readSettingPath(path: string): SettingName {
  const [key = '', queue = null] = path.split(BETWEEN)
  return { key, queue }
}
