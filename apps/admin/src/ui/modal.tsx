import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, type ReactNode } from 'react'

interface ModalProps {
  readonly label: string
  readonly className?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A dialog over the page. The browser keeps the focus inside, closes it on Escape and gives the focus back. What is
 * marked `data-first-focus` has it first.
 */
export function Modal({ label, className = '', onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} aria-label={label} className={`modal ${className}`} onClose={onClose}>
      <div className="modal__content">
        {children}
        <p className="modal__end">
          <Button type="button" outline onClick={onClose}>
            Close
          </Button>
        </p>
      </div>
    </dialog>
  )
}
