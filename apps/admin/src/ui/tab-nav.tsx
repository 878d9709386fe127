import type { ReactNode } from 'react'

interface TabNavProps {
  readonly label: string
  readonly children: readonly ReactNode[]
}

/** The parts of a record's page as links, each with an address of its own. */
export function TabNav({ label, children }: TabNavProps) {
  return (
    <nav aria-label={label} className="tab-nav">
      <ul>
        {children.map((child, at) => (
          <li key={at}>{child}</li>
        ))}
      </ul>
    </nav>
  )
}
