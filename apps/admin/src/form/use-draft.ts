import { useEffect, useRef, useState } from 'react'
import { useViewer } from '../session/viewer-context.ts'
import { dropDraft, keepDraft, readDraft } from './draft-store.ts'
import type { FormValues } from './form-field.ts'
import { settleConflicts, typeValue, type Keep, type TypedValues } from './typed-values.ts'

/** What a form holds, kept in this browser while it is being filled in. */
export interface DraftState {
  readonly values: FormValues
  readonly entries: TypedValues
  /** When the draft this began with was saved; null when it began anew. */
  readonly restoredFrom: string | null
  readonly set: (name: string, value: string) => void
  /** Goes on from a newer version of the record, with what was chosen where both changed a field. */
  readonly settle: (latest: FormValues, choices: Readonly<Record<string, Keep>>) => void
  /** Back to the beginning. */
  readonly discard: () => void
  /** To be called once the change has happened. */
  readonly forget: () => void
  /** Whether something was typed since the form was opened that was not sent. */
  readonly isUnsent: () => boolean
  /** Whether this browser keeps what is typed. */
  readonly isKept: () => boolean
}

const NOTHING: TypedValues = { typed: {}, base: {} }

/**
 * The values of a form; they survive a closed tab and an ended session, for the same person alone. Only what was typed
 * is kept, with what the field held before: every other field follows `initial`, so that an old draft never brings
 * back what others changed since.
 */
export function useDraft(formKey: string, initial: FormValues): DraftState {
  const key = `${useViewer().actor.id}/${formKey}`
  const [start] = useState(() => readDraft(localStorage, key))
  const [entries, setEntries] = useState(start ? { typed: start.values, base: start.base } : NOTHING)
  const [restoredFrom, setRestoredFrom] = useState(start?.savedAt ?? null)
  // Read by what asks before a page is left, which happens before the next rendering.
  const unsent = useRef(false)
  const kept = useRef(true)

  useEffect(() => {
    if (!unsent.current) return
    const { typed: values, base } = entries
    if (Object.keys(values).length === 0) return dropDraft(localStorage, key)
    kept.current = keepDraft(localStorage, key, { values, base, savedAt: new Date().toISOString() })
  }, [key, entries])

  function forget() {
    unsent.current = false
    dropDraft(localStorage, key)
  }
  function enter(change: (before: TypedValues) => TypedValues) {
    unsent.current = true
    setEntries(change)
  }
  return {
    values: { ...initial, ...entries.typed },
    entries,
    restoredFrom,
    set: (name, value) => enter((before) => typeValue(before, initial, name, value)),
    settle: (latest, choices) => enter((before) => settleConflicts(before, latest, choices)),
    discard() {
      forget()
      setRestoredFrom(null)
      setEntries(NOTHING)
    },
    forget,
    isUnsent: () => unsent.current && Object.keys(entries.typed).length > 0,
    isKept: () => kept.current,
  }
}
