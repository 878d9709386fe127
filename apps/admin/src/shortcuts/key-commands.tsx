import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { SEARCH_FIELD_ID } from '../search/search-box.tsx'
import { useViewer } from '../session/viewer-context.ts'
import { stepRow } from './row-steps.ts'
import { findShortcut, takesText, type Shortcut } from './shortcut-list.ts'
import { useSingleKeys } from './single-keys.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.tsx')).ShortcutHelp }))

type Opened = 'PALETTE' | 'HELP' | null

/** Listens for the shortcuts of the whole client, and shows the list of commands and the help of shortcuts. */
export function KeyCommands() {
  const [opened, setOpened] = useState<Opened>(null)
  const navigate = useNavigate()
  const { actor } = useViewer()
  const singleKeys = useSingleKeys(actor.id)
  useEffect(() => {
    const deeds: Readonly<Record<Shortcut['id'], () => void>> = {
      palette: () => setOpened('PALETTE'),
      help: () => setOpened('HELP'),
      search: focusSearch,
      work: () => void navigate({ to: '/' }),
      nextRow: () => stepRow(1),
      previousRow: () => stepRow(-1),
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (document.querySelector('dialog[open]') !== null) return
      const shortcut = findShortcut(event, { inField: takesText(event.target), singleKeys })
      if (shortcut === null) return
      event.preventDefault()
      deeds[shortcut.id]()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [navigate, singleKeys])
  const close = () => setOpened(null)
  return (
    <>
      <span className="key-commands">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => setOpened('PALETTE')}
        >
          Commands
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => setOpened('HELP')}>
          Keyboard help
        </button>
      </span>
      <Suspense fallback={null}>
        {opened === 'PALETTE' && <Palette onClose={close} />}
        {opened === 'HELP' && <ShortcutHelp onClose={close} />}
      </Suspense>
    </>
  )
}

function focusSearch(): void {
  document.getElementById(SEARCH_FIELD_ID)?.focus()
}
