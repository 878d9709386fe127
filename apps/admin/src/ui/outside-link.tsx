import type { ReactNode } from 'react'

/** A link that leaves this application, in a window of its own; shown as text when the address is no https link. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  if (!href.startsWith('https://')) return <>{children ?? href}</>
  return (
    <a href={href} className="usa-link usa-link--external" target="_blank" rel="noreferrer">
      {children ?? href}
      <span className="usa-sr-only"> (opens in a new window)</span>
    </a>
  )
}
