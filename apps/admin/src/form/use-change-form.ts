import { useState } from 'react'
import type { ChangeFormProps } from './change-form-props.ts'
import { checkFields, placeIssues, type FieldIssue } from './check-fields.ts'
import { choiceName, CONFLICT } from './conflict-notice.tsx'
import { findConflicts, type Conflict, type Keep } from './typed-values.ts'
import { useChange } from './use-change.ts'
import { useDraft } from './use-draft.ts'

type Choices = Readonly<Record<string, Keep>>

const LOOK_FIRST: FieldIssue = {
  path: CONFLICT,
  message: 'This record changed after you began. Look at what changed before you send.',
}

/** What a form holds and does: its draft, its conflicts with a newer version, and sending. */
export function useChangeForm({
  formKey,
  fields: asked,
  initial,
  newer,
  request,
  onDone,
  onRefused,
}: ChangeFormProps) {
  const draft = useDraft(formKey, initial)
  const fields = typeof asked === 'function' ? asked(draft.values) : asked
  const change = useChange()
  const [attempt, setAttempt] = useState(0)
  const [local, setLocal] = useState<readonly FieldIssue[]>([])
  const { choices, choose, caughtUp, catchUp } = useChoices()
  const latest = newer?.latest ?? initial
  const conflicts = findConflicts(fields, draft.entries, latest)
  const isOutdated = newer?.isStale === true || conflicts.length > 0
  const refusal = change.hindrance?.kind === 'REFUSED' ? change.hindrance.refusal : null
  const told =
    refusal?.__typename === 'InvalidInputError'
      ? placeIssues(fields, draft.values, refusal.issues)
      : { placed: local, loose: [] }

  function tell(issues: readonly FieldIssue[]): boolean {
    setAttempt((before) => before + 1)
    change.clear()
    setLocal(issues)
    return issues.length === 0
  }
  async function submit() {
    if (!tell(isOutdated ? [LOOK_FIRST] : checkFields(fields, draft.values))) return
    const sent = await change.send(draft.values, (key) => request(draft.values, key))
    if (sent.kind === 'BUSY') return
    setAttempt((before) => before + 1)
    if (sent.kind === 'HINDERED') return onRefused?.()
    draft.forget()
    onDone(sent.record)
  }
  /** Goes on from the newest version where everything is chosen; returns whether it did. */
  function acceptNewer(): boolean {
    if (!tell(unchosen(conflicts, choices))) return false
    draft.settle(latest, choices)
    newer?.accept()
    catchUp()
    return true
  }
  const trouble = { hindrance: change.hindrance, attempt, ...told }
  return {
    fields,
    draft,
    trouble,
    conflicts,
    isOutdated,
    choices,
    choose,
    caughtUp,
    acceptNewer,
    submit,
    ...change,
  }
}

function useChoices() {
  const [choices, setChoices] = useState<Choices>({})
  const [caughtUp, setCaughtUp] = useState(false)
  return {
    choices,
    choose: (name: string, keep: Keep) => setChoices((before) => ({ ...before, [name]: keep })),
    caughtUp,
    catchUp() {
      setChoices({})
      setCaughtUp(true)
    },
  }
}

function unchosen(conflicts: readonly Conflict[], choices: Choices): FieldIssue[] {
  return conflicts
    .filter(({ name }) => choices[name] === undefined)
    .map(({ name, label }) => ({ path: choiceName(name), message: `${label}: choose which to keep.` }))
}
