import { ROLES } from '@official-accounts/domain/access/roles'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import {
  MODERATION_KIND_WORDS,
  MODERATION_REASON_WORDS,
  MODERATION_TONES,
  moderationActionLabel,
  moderationStateReason,
  moderationTitle,
} from './moderation-words.ts'
import { ModerationQuery, type ModerationDetail } from './moderation.documents.ts'

/** One act of moderation: what was done, by which rule, what was said of it, and what may be done. */
export function ModerationPage() {
  const { id } = useParams({ from: '/moderation/$id' })
  const [state, retry] = useQuery({ query: ModerationQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the entry" onRetry={retry}>
      {({ moderationAction: act }) => (act ? <Act act={act} /> : <RecordMissing noun="entry" />)}
    </QueryView>
  )
}

function Act({ act }: { readonly act: ModerationDetail }) {
  const { kind: part } = useSearch({ from: '/moderation/$id' })
  const { id, state, doneAt, reason } = act
  return (
    <RecordBody
      id={id}
      title={moderationTitle(act)}
      path={`/moderation/${id}`}
      header={[
        { label: 'State', value: <StatusTag status={state} tone={MODERATION_TONES[state]} /> },
        { label: 'Reason', value: MODERATION_REASON_WORDS[reason] },
        { label: 'Done', value: <InstantText at={doneAt} /> },
      ]}
      facts={factsOf(act)}
      actions={act.availableActions}
      labelOf={moderationActionLabel}
      stateReason={moderationStateReason}
      linkTo={(action, label) => (
        <Link to="/moderation/$id/$action" params={{ id, action }} className="usa-button usa-button--outline">
          {label}
        </Link>
      )}
      decisions={null}
      kind={part}
    />
  )
}

function factsOf(act: ModerationDetail) {
  const { account, component, reviewBy, reverses, reversedBy, corrects, correctedBy, steps } = act
  return [
    {
      label: 'Account',
      value: (
        <Link
          to="/accounts/$slug"
          params={{ slug: account.slug }}
          search={{ tab: 'moderation' }}
          className="usa-link"
        >
          {account.title}
        </Link>
      ),
    },
    { label: 'Component', value: component.code },
    { label: 'The platform’s reference', value: act.platformReference },
    { label: 'Explanation', value: act.explanation },
    { label: 'Comment policy as it was', value: <Policy act={act} /> },
    { label: 'Rule of the policy', value: act.policySection },
    { label: 'To be looked at again by', value: reviewBy && <DateText date={reviewBy} /> },
    { label: 'Takes back', value: reverses && <Other act={reverses} /> },
    { label: 'Taken back by', value: reversedBy && <Other act={reversedBy} /> },
    { label: 'In place of', value: corrects && <Other act={corrects} /> },
    { label: 'Corrected by', value: correctedBy && <Other act={correctedBy} /> },
    { label: 'What was said of it', value: steps.length > 0 && <Steps steps={steps} /> },
    { label: 'Recorded', value: <InstantText at={act.recordedAt} /> },
    { label: 'Recorded by', value: act.recordedBy?.displayName ?? 'Somebody you do not see' },
  ]
}

function Policy({ act: { policyUrl, policyVersion } }: { readonly act: ModerationDetail }) {
  if (policyUrl === null) return 'None: it takes back'
  return (
    <>
      <a href={policyUrl} className="usa-link">
        {policyUrl}
      </a>
      {policyVersion && `, ${policyVersion}`}
    </>
  )
}

function Other({ act: { id, kind } }: { readonly act: NonNullable<ModerationDetail['reverses']> }) {
  return (
    <Link to="/moderation/$id" params={{ id }} className="usa-link">
      {MODERATION_KIND_WORDS[kind]}
    </Link>
  )
}

function Steps({ steps }: Pick<ModerationDetail, 'steps'>) {
  return (
    <ol className="usa-list">
      {steps.map(({ kind, reason, role, at, person }) => (
        <li key={`${kind} ${at}`}>
          {enumWords(kind)} <InstantText at={at} />
          {person && ` by ${person.displayName}`}
          {role && ` (${ROLES[role].title})`}: {reason}
        </li>
      ))}
    </ol>
  )
}
