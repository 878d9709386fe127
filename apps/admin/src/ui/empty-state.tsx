import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  /** Why there is nothing, and what to do next. */
  readonly children: ReactNode
}

/** What stands where a list would be that holds nothing. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <h2 className="empty-state__title">{title}</h2>
      {children}
    </div>
  )
}
