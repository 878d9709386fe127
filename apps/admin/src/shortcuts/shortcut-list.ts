/** A key that does something anywhere in the client. */
export interface Shortcut {
  readonly id: 'search' | 'palette' | 'help' | 'work' | 'nextRow' | 'previousRow'
  /** The keys as people read them. */
  readonly keys: readonly string[]
  readonly label: string
  /** Made of one sign alone: may be switched off (WCAG 2.1.4). */
  readonly single: boolean
  readonly matches: (event: KeyboardEvent) => boolean
}

// By the sign that is typed and not by the key's place, so that every keyboard layout has them.
function sign(key: string): (event: KeyboardEvent) => boolean {
  return (event) => event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey
}

/** Every shortcut there is, as the help lists them. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    id: 'palette',
    keys: ['Ctrl K', 'Command K'],
    label: 'Open the list of commands: pages, actions on the record, recent records',
    single: false,
    matches: ({ key, ctrlKey, metaKey, altKey }) =>
      key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey,
  },
  { id: 'search', keys: ['/'], label: 'Search all records', single: true, matches: sign('/') },
  { id: 'help', keys: ['?'], label: 'Show the shortcuts', single: true, matches: sign('?') },
  { id: 'work', keys: ['w'], label: 'Go to My work', single: true, matches: sign('w') },
  { id: 'nextRow', keys: ['j'], label: 'Next row of a list', single: true, matches: sign('j') },
  { id: 'previousRow', keys: ['k'], label: 'Previous row of a list', single: true, matches: sign('k') },
]

/** The shortcut a key press stands for; null for none. Single signs count outside of fields and only while switched on. */
export function findShortcut(
  event: KeyboardEvent,
  { inField, singleKeys }: { readonly inField: boolean; readonly singleKeys: boolean },
): Shortcut | null {
  if (event.defaultPrevented || event.isComposing) return null
  const shortcut = SHORTCUTS.find(({ matches }) => matches(event))
  if (shortcut === undefined) return null
  return shortcut.single && (inField || !singleKeys) ? null : shortcut
}

const TEXTLESS = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'image', 'range', 'color']

/** Whether an element takes what is typed. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !TEXTLESS.includes(target.type)
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}
