import { useBlocker } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useCallback, useEffect, useId, useRef } from 'react'

interface LeaveGuardProps {
  /** Whether something was typed that was not sent. */
  readonly isUnsent: () => boolean
  /** Whether this browser keeps what was typed. */
  readonly isKept: () => boolean
  readonly onDiscard: () => void
}

/**
 * Asks before a page with something unsent is left for another page of the client. The browser itself is asked to
 * stop a closing window only where it keeps no draft: otherwise nothing is lost, and signing in again leads away too.
 */
export function LeaveGuard({ isUnsent, isKept, onDiscard }: LeaveGuardProps) {
  const state = useRef({ isUnsent, isKept })
  useEffect(() => {
    state.current = { isUnsent, isKept }
  })
  const blocked = useBlocker({
    withResolver: true,
    shouldBlockFn: useCallback<(move: Move) => boolean>(
      ({ current, next }) => current.pathname !== next.pathname && state.current.isUnsent(),
      [],
    ),
    enableBeforeUnload: useCallback(() => state.current.isUnsent() && !state.current.isKept(), []),
  })
  if (blocked.status !== 'blocked') return null
  return (
    <LeaveDialog
      isKept={isKept()}
      onStay={blocked.reset}
      onLeave={blocked.proceed}
      onDiscard={() => {
        onDiscard()
        blocked.proceed()
      }}
    />
  )
}

interface Move {
  readonly current: { readonly pathname: string }
  readonly next: { readonly pathname: string }
}

interface LeaveDialogProps {
  readonly isKept: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
  readonly onDiscard: () => void
}

function LeaveDialog({ isKept, onStay, onLeave, onDiscard }: LeaveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="leave-dialog"
      onCancel={(event) => {
        event.preventDefault()
        onStay()
      }}
    >
      <h2 id={titleId}>You have not sent this</h2>
      <p>
        {isKept
          ? 'Your draft stays in this browser until you send it, discard it or sign out.'
          : 'This browser keeps no drafts: what you typed is lost when you leave.'}
      </p>
      <div className="form-buttons">
        <Button type="button" onClick={onStay}>
          Stay here
        </Button>
        {isKept && (
          <Button type="button" outline onClick={onLeave}>
            Leave and keep the draft
          </Button>
        )}
        <Button type="button" outline onClick={onDiscard}>
          Leave and discard it
        </Button>
      </div>
    </dialog>
  )
}
