import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { noteRecent } from '../shortcuts/recent-records.ts'
import { useOfferedActions } from '../shortcuts/page-actions.ts'
import { BASE_PATH } from '../ui/base-path.ts'

/** A record whose page is open. */
interface OpenRecord {
  readonly title: string
  /** Its page within the client. */
  readonly path: string
  /** The actions that are possible now, by name, and what each is called. */
  readonly actions: readonly { readonly action: string; readonly label: string }[]
}

/** Gives an open record to the list of commands: among those opened last, and with what may be done to it. */
export function useRecordPage({ title, path, actions }: OpenRecord): void {
  const href = useRouterState({ select: ({ location }) => location.publicHref.split('?')[0] ?? '' })
  useOfferedActions(
    actions.map(({ action, label }) => ({
      label: `${label}: ${title}`,
      href: `${BASE_PATH}${path}/${action}`,
    })),
  )
  useEffect(() => noteRecent(localStorage, { title, href }), [title, href])
}
