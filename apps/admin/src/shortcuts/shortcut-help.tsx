import { useViewer } from '../session/viewer-context.ts'
import { Modal } from '../ui/modal.tsx'
import { SHORTCUTS } from './shortcut-list.ts'
import { setSingleKeys, useSingleKeys } from './single-keys.ts'

/** Lists every shortcut, and switches those of a single sign on and off (WCAG 2.1.4). */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { actor } = useViewer()
  const on = useSingleKeys(actor.id)
  return (
    <Modal label="Keyboard shortcuts" onClose={onClose}>
      <h2 className="modal__title" tabIndex={-1} data-first-focus>
        Keyboard shortcuts
      </h2>
      <dl className="shortcut-list">
        {SHORTCUTS.map(({ id, keys, label, single }) => (
          <div key={id} className="shortcut-list__row">
            <dt>
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && ' or '}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>
              {label}
              {single && !on && ' (switched off)'}
            </dd>
          </div>
        ))}
      </dl>
      <label className="shortcut-list__switch">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => setSingleKeys(actor.id, target.checked)}
        />{' '}
        Shortcuts of a single key are on. They never act while you type in a field.
      </label>
    </Modal>
  )
}
