import { useEffect, useState } from 'react'
import { useViewer } from '../session/viewer-context.ts'
import { dropDraft, keepDraft, readDraft } from './draft-store.ts'
import type { FormValues } from './form-field.ts'

/** What a form holds, kept in this browser while it is being filled in. */
export interface DraftState {
  readonly values: FormValues
  /** When the draft this began with was saved; null when it began anew. */
  readonly restoredFrom: string | null
  readonly set: (name: string, value: string) => void
  /** Back to the beginning. */
  readonly discard: () => void
  /** To be called once the change has happened. */
  readonly forget: () => void
}

const NOTHING: FormValues = {}

/**
 * The values of a form; they survive a closed tab and an ended session, for the same person alone. Only what was typed
 * is kept: every other field follows `initial`, so that an old draft never brings back what others changed since.
 */
export function useDraft(formKey: string, initial: FormValues): DraftState {
  const key = `${useViewer().actor.id}/${formKey}`
  const [start] = useState(() => readDraft(localStorage, key))
  const [typed, setTyped] = useState(start?.values ?? NOTHING)
  const [restoredFrom, setRestoredFrom] = useState(start?.savedAt ?? null)
  const [touched, setTouched] = useState(false)

  useEffect(() => {
    if (touched) keepDraft(localStorage, key, { values: typed, savedAt: new Date().toISOString() })
  }, [key, touched, typed])

  function forget() {
    setTouched(false)
    dropDraft(localStorage, key)
  }
  return {
    values: { ...initial, ...typed },
    restoredFrom,
    set(name, value) {
      setTouched(true)
      setTyped((before) => ({ ...before, [name]: value }))
    },
    discard() {
      forget()
      setRestoredFrom(null)
      setTyped(NOTHING)
    },
    forget,
  }
}
