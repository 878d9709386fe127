import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { NotificationBell } from '../features/notification/notification-bell.tsx'
import { signOut } from '../session/sign-out.ts'
import type { Viewer } from '../session/viewer.documents.ts'
import { KeyCommands } from '../shortcuts/key-commands.tsx'

/** Who is signed in, in which roles, the commands by keyboard, and the way out. */
export function ViewerMenu({ viewer }: { readonly viewer: Viewer }) {
  const [failed, setFailed] = useState(false)
  const roles = [...new Set(viewer.roles.map(({ title }) => title))].join(', ')
  return (
    <div className="viewer-menu">
      <span>
        Signed in as <strong>{viewer.displayName}</strong>
        {roles === '' ? ', without a role' : `, ${roles}`}
      </span>
      <NotificationBell />
      <KeyCommands />
      <Button type="button" unstyled onClick={() => void signOut().catch(() => setFailed(true))}>
        Sign out
      </Button>
      {failed && (
        <span role="alert">Sign-out did not reach the server. Try again, or close the browser.</span>
      )}
    </div>
  )
}
