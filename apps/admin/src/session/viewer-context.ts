import type { Permission } from '@official-accounts/domain/access/permissions'
import { createContext, useContext } from 'react'
import type { Viewer } from './viewer.documents.ts'

/** Holds the signed-in person for everything inside the shell. */
export const ViewerContext = createContext<Viewer | null>(null)

/** The signed-in person. Throws outside the shell. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === null) throw new Error('useViewer is for what the shell holds.')
  return viewer
}

/** Whether the signed-in person may ever do this, somewhere; each record says for itself whether now and here. */
export function useMayEver(permission: Permission): boolean {
  return useViewer().permissions.includes(permission)
}
