import { change } from '@official-accounts/client/change'
import { PLATFORM_KINDS, REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { listOf, numberOf, requiredValue, type FormField } from '../../form/form-field.ts'
import { useSeenVersion } from '../../form/seen-version.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { appliesToWords, KIND_WORDS } from './requirement-words.ts'
import {
  ReviewRequirementsQuery,
  SettleReviewRequirementMutation,
  type RequirementRow,
} from './review-requirement.documents.ts'

/** The form that settles of which platforms a review is asked, by when it is due and how long it holds (IV.A.2). */
export function SettleRequirementPage() {
  const { kind } = useParams({ from: '/review-requirements/$kind' })
  const [state, retry] = useQuery({ query: ReviewRequirementsQuery })
  if (!isOneOf(REVIEW_KINDS, kind)) return <RecordMissing noun="review" />
  return (
    <QueryView state={state} what="what the review is asked for" onRetry={retry}>
      {({ reviewRequirements }) => {
        const row = reviewRequirements.find((one) => one.kind === kind)
        return row ? (
          <SettleForm row={row} onReload={() => retry({ requestPolicy: 'network-only' })} />
        ) : (
          <RecordMissing noun="review" />
        )
      }}
    </QueryView>
  )
}

const FIELDS: readonly FormField[] = [
  {
    name: 'appliesTo',
    label: 'Asked of',
    control: 'CHOICES',
    required: true,
    choices: PLATFORM_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
    hint: 'What waits for its approval is asked for a review that is added.',
  },
  {
    name: 'dueDays',
    label: 'Days until it is due',
    control: 'NUMBER',
    required: true,
    hint: 'From the day it is asked for, 1 to 730.',
  },
  {
    name: 'validDays',
    label: 'Days an outcome holds',
    control: 'NUMBER',
    required: true,
    hint: '1 to 3660; an office may name another end.',
  },
  { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true, hint: 'Kept with the row.' },
]

interface SettleFormProps {
  readonly row: RequirementRow
  readonly onReload: () => void
}

function SettleForm({ row, onReload }: SettleFormProps) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(row, OF_ROW)
  const { kind, settled, availableActions } = row
  const blocker = availableActions.find(({ blockedBy }) => blockedBy !== null)?.blockedBy
  return (
    <>
      <PageHeading title={`Settle what is asked: ${enumWords(kind)} review`} />
      <p className="usa-intro-small">
        {settled
          ? 'It was settled before. What you send counts from now on; reviews asked for already keep their day.'
          : 'Nobody has settled it: the numbers below are placeholders of this product, not the Directive’s.'}
      </p>
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`review-requirement/${kind}`}
        fields={FIELDS}
        initial={initial}
        newer={newer}
        submitLabel="Settle it"
        request={(values, idempotencyKey) =>
          change(SettleReviewRequirementMutation, {
            kind,
            appliesTo: listOf(values, 'appliesTo').filter((value) => isOneOf(PLATFORM_KINDS, value)),
            dueDays: numberOf(values, 'dueDays') ?? 0,
            validDays: numberOf(values, 'validDays') ?? 0,
            reason: requiredValue(values, 'reason'),
            expectedVersion: seen.version,
            idempotencyKey,
          })
        }
        onRefused={onReload}
        onDone={() => {
          showNotice('It was settled.')
          void navigate({ to: '/review-requirements' })
        }}
        cancel={
          <Link to="/review-requirements" className="usa-button usa-button--unstyled">
            Back to what reviews are asked for
          </Link>
        }
      />
    </>
  )
}

const OF_ROW = {
  initial: ({ appliesTo, dueDays, validDays }: RequirementRow) => ({
    appliesTo: appliesTo.join(','),
    dueDays: dueDays.toString(),
    validDays: validDays.toString(),
  }),
  facts: ({ appliesTo, dueDays, validDays }: RequirementRow) => [
    { name: 'appliesTo', label: 'Asked of', value: appliesToWords(appliesTo) },
    { name: 'dueDays', label: 'Days until it is due', value: dueDays.toString() },
    { name: 'validDays', label: 'Days an outcome holds', value: validDays.toString() },
  ],
}
