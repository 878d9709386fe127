import { expect, it } from 'vitest'
import { findShortcut, SHORTCUTS } from './shortcut-list.ts'

function press(key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const event = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
  return { ...event, defaultPrevented: false, ...more } as KeyboardEvent
}

const OPEN = { inField: false, singleKeys: true }

it('goes by the sign, wherever a layout has it', () => {
  expect(findShortcut(press('/', { shiftKey: true }), OPEN)?.id).toBe('search')
  expect(findShortcut(press('?', { shiftKey: true }), OPEN)?.id).toBe('help')
  expect(findShortcut(press('k', { ctrlKey: true }), OPEN)?.id).toBe('palette')
  expect(findShortcut(press('K', { metaKey: true }), OPEN)?.id).toBe('palette')
})

it('leaves single signs to fields, to the browser, and to whoever has switched them off', () => {
  for (const { single, keys } of SHORTCUTS) {
    if (!single) continue
    const key = keys[0] ?? ''
    expect(findShortcut(press(key), OPEN), key).not.toBeNull()
    expect(findShortcut(press(key), { inField: true, singleKeys: true }), key).toBeNull()
    expect(findShortcut(press(key), { inField: false, singleKeys: false }), key).toBeNull()
    expect(findShortcut(press(key, { altKey: true }), OPEN), key).toBeNull()
    expect(findShortcut(press(key, { isComposing: true }), OPEN), key).toBeNull()
  }
})

it('opens the list of commands from a field and with single signs off', () => {
  const event = press('k', { ctrlKey: true })
  expect(findShortcut(event, { inField: true, singleKeys: false })?.id).toBe('palette')
})

it('has no sign twice', () => {
  const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
