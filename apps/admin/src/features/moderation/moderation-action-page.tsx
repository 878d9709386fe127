import { MODERATION_ACTIONS } from '@official-accounts/domain/moderation/moderation-machine'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { SeenFact } from '../../form/seen-version.ts'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { moderationCommand } from './moderation-commands.ts'
import { moderationTitle } from './moderation-words.ts'
import { ModerationQuery, type ModerationDetail } from './moderation.documents.ts'

/** The form of one action on one act of moderation. */
export function ModerationActionPage() {
  const { id, action } = useParams({ from: '/moderation/$id/$action' })
  const [state, retry] = useQuery({ query: ModerationQuery, variables: { id } })
  if (!isOneOf(MODERATION_ACTIONS, action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the entry" onRetry={retry}>
      {({ moderationAction: act }) => {
        if (!act) return <RecordMissing noun="entry" />
        return (
          <RecordActionForm
            key={`${id} ${action}`}
            record={act}
            title={moderationTitle(act)}
            action={action}
            command={moderationCommand(action, act)}
            facts={seenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/moderation/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the entry
              </Link>
            }
          />
        )
      }}
    </QueryView>
  )
}

function seenFacts({ state, steps }: ModerationDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'steps', label: 'What was said of it', value: `${steps.length}` },
  ]
}
