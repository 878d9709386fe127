import { useRouter } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useState } from 'react'
import { hitDetails, hitTitle } from '../search/hit-words.ts'
import { hitPlace } from '../search/hit-place.ts'
import { useQuickSearch } from '../search/use-quick-search.ts'
import { useMayEver } from '../session/viewer-context.ts'
import { BASE_PATH } from '../ui/base-path.ts'
import { Modal } from '../ui/modal.tsx'
import { usePageActions, type PageAction } from './page-actions.ts'
import { PALETTE_PAGES } from './palette-pages.ts'
import { readRecent } from './recent-records.ts'

/** The list of commands: what one may do on this page, every page, the records opened last, and any record by name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const router = useRouter()
  const actions = usePageActions()
  const quick = useQuickSearch(typed)
  const pages = usePages()
  const recent = readRecent(localStorage).map(({ title, href }) => ({ label: title, href }))
  const matching = (items: readonly PageAction[]) => items.filter(({ label }) => hasWords(label, typed))
  function open(href: string): void {
    onClose()
    router.history.push(href)
  }
  const groups = [
    { heading: 'On this page', items: matching(actions) },
    { heading: 'Pages', items: matching(pages) },
    { heading: 'Opened last', items: matching(recent) },
  ]
  const shown = groups.reduce((sum, { items }) => sum + items.length, 0) + quick.hits.length
  return (
    <Modal label="Commands" className="palette" onClose={onClose}>
      <Command label="Type a page, an action or a record" shouldFilter={false} loop vimBindings={false}>
        <Command.Input
          data-first-focus
          className="usa-input palette__field"
          placeholder="Type a page, an action or a record"
          value={typed}
          onValueChange={setTyped}
        />
        <Command.List label="Commands" className="palette__list">
          {groups.map(({ heading, items }) => (
            <PaletteGroup key={heading} heading={heading} items={items} onOpen={open} />
          ))}
          {quick.hits.length > 0 && (
            <Command.Group heading="Records" className="palette__group">
              {quick.hits.map((hit) => (
                <Command.Item
                  key={hit.recordId}
                  value={`record ${hit.recordId}`}
                  className="palette__item"
                  onSelect={() => open(router.buildLocation(hitPlace(hit)).publicHref)}
                >
                  {hitTitle(hit)} <span className="palette__details">{hitDetails(hit)}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
      <p role="status" className="palette__status">
        {statusWords(shown, quick.state === 'SEARCHING')}
      </p>
    </Modal>
  )
}

interface PaletteGroupProps {
  readonly heading: string
  readonly items: readonly PageAction[]
  readonly onOpen: (href: string) => void
}

function PaletteGroup({ heading, items, onOpen }: PaletteGroupProps) {
  if (items.length === 0) return null
  return (
    <Command.Group heading={heading} className="palette__group">
      {items.map(({ label, href }) => (
        <Command.Item
          key={href}
          value={`${heading} ${href}`}
          className="palette__item"
          onSelect={() => onOpen(href)}
        >
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function usePages(): readonly PageAction[] {
  const mayRequest = useMayEver('account.request')
  const mayPropose = useMayEver('platform.propose')
  const maySubmit = useMayEver('migration.submit')
  const mayPublish = useMayEver('directory.publish')
  const mayCertify = useMayEver('certification.open')
  const allowed = {
    'account.request': mayRequest,
    'platform.propose': mayPropose,
    'migration.submit': maySubmit,
    'certification.open': mayCertify,
    'directory.publish': mayPublish,
  }
  return PALETTE_PAGES.flatMap(({ label, path, needs }) =>
    needs === undefined || allowed[needs] ? [{ label, href: `${BASE_PATH}${path}` }] : [],
  )
}

function hasWords(label: string, typed: string): boolean {
  const text = label.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function statusWords(shown: number, searching: boolean): string {
  if (searching) return 'Searching the records…'
  if (shown === 0) return 'Nothing has these words. Try fewer of them.'
  return shown === 1 ? 'One entry.' : `${shown} entries.`
}
