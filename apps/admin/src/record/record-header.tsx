import type { ReactNode } from 'react'

interface RecordHeaderProps {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
  readonly children?: ReactNode
}

/** What matters most about a record, above its parts: its state, who answers for it, what is due. */
export function RecordHeader({ facts, children }: RecordHeaderProps) {
  return (
    <div className="record-header">
      {children}
      <dl className="record-header__facts">
        {facts.map(({ label, value }) => (
          <div key={label} className="record-header__fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
