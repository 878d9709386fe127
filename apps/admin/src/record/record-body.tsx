import type { ReactNode } from 'react'
import { FactList, type Fact } from '../ui/fact-list.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ActionList, type OfferedAction } from './action-list.tsx'
import { DecisionList, type ListedDecision } from './decision-list.tsx'
import { RecordHeader } from './record-header.tsx'
import type { TimelineKind } from './timeline-kinds.ts'
import { Timeline } from './timeline.tsx'
import { useRecordPage } from './use-record-page.ts'

interface RecordBodyProps {
  readonly id: string
  readonly title: string
  /** Its page within the client. */
  readonly path: string
  /** What matters most, above everything. */
  readonly header: readonly Fact[]
  readonly facts: readonly Fact[]
  readonly actions: readonly OfferedAction[]
  readonly labelOf: (action: string) => string
  readonly stateReason: (action: string) => string
  readonly linkTo: (action: string, label: string) => ReactNode
  /** What was decided on it; null where decisions are not kept apart from the timeline. */
  readonly decisions: readonly ListedDecision[] | null
  readonly kind: TimelineKind | undefined
}

/** A record's page: what matters most, what may be done, what is known, what was decided, and its timeline. */
export function RecordBody(props: RecordBodyProps) {
  const { id, title, path, header, facts, actions, labelOf, stateReason, linkTo, decisions, kind } = props
  const allowed = actions.filter((one) => one.allowed)
  useRecordPage({ title, path, actions: allowed.map(({ action }) => ({ action, label: labelOf(action) })) })
  return (
    <>
      <PageHeading title={title} />
      <RecordHeader facts={header} />
      <ActionList actions={actions} labelOf={labelOf} stateReason={stateReason} linkTo={linkTo} />
      <h2>What is recorded</h2>
      <FactList facts={facts} />
      {decisions && (
        <>
          <h2>Decisions</h2>
          <DecisionList decisions={decisions} />
        </>
      )}
      <Timeline subject={id} kind={kind} />
    </>
  )
}
