import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { FindingDetail } from './finding-page.documents.ts'
import { correctiveActionTone, findingActionLabel, ownerWords } from './finding-words.ts'

type Action = FindingDetail['correctiveActions'][number]

/** What is to be done about a finding, by whom and by when, with the evidence given and what was said to it. */
export function CorrectiveActions({ actions }: { readonly actions: readonly Action[] }) {
  return (
    <section aria-labelledby="corrective-heading">
      <h2 id="corrective-heading">Corrective actions</h2>
      {actions.length === 0 && (
        <EmptyState title="No corrective action">
          <p>Nobody has been asked to do anything about it.</p>
        </EmptyState>
      )}
      <ul className="entry-list">
        {actions.map((action) => (
          <li key={action.id} className="entry">
            <CorrectiveAction action={action} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CorrectiveAction({ action }: { readonly action: Action }) {
  const { id, task, state, overdue, dueOn, assignedRole, steps, availableActions } = action
  return (
    <>
      <h3 className="entry__title">
        <StatusTag status={overdue ? 'OVERDUE' : state} tone={correctiveActionTone(state, overdue)} /> {task}
      </h3>
      <p>
        By {ownerWords(action)}, until <DateText date={dueOn} />. Asked for by the {ROLES[assignedRole].title}
        .
      </p>
      <CorrectiveSteps steps={steps} />
      <div className="action-list__buttons">
        {availableActions
          .filter(({ allowed }) => allowed)
          .map(({ action: name }) => (
            <Link
              key={name}
              to="/corrective-actions/$id/$action"
              params={{ id, action: name }}
              className="usa-button usa-button--outline"
            >
              {findingActionLabel(name)}
              <span className="usa-sr-only">: {task}</span>
            </Link>
          ))}
      </div>
    </>
  )
}

/** The evidence given and what was said to it, in order. */
export function CorrectiveSteps({ steps }: Pick<Action, 'steps'>) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.at}`}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  )
}

function Step({
  step: { kind, note, evidenceUrl, role, at, person },
}: {
  readonly step: Action['steps'][number]
}) {
  const who = person?.displayName ?? (role === null ? 'Somebody' : ROLES[role].title)
  return (
    <>
      {enumWords(kind)} by {who}, <InstantText at={at} />: {note}
      {evidenceUrl && ` (${evidenceUrl})`}
    </>
  )
}
