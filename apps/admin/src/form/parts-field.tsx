import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState } from 'react'
import type { FieldIssue } from './check-fields.ts'
import { FieldControl } from './field-control.tsx'
import { FieldError } from './field-error.tsx'
import type { FormValues, PartsOf } from './form-field.ts'
import { movePart, readParts, writeParts } from './parts.ts'

interface PartsFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly parts: PartsOf
  readonly value: string
  readonly issues: readonly FieldIssue[]
  readonly idOf: (name: string) => string
  readonly onChange: (value: string) => void
}

/** A list of things, each with questions of its own: one is added, changed, moved and left out in place. */
export function PartsField({ name, label, hint, parts, value, issues, idOf, onChange }: PartsFieldProps) {
  const list = readParts(value)
  const { said, announce, focusNext } = useAnnounced()
  const error = issues.find(({ path }) => path === name)?.message
  function change(next: readonly FormValues[], words: string, focus: string): void {
    onChange(writeParts(next))
    announce(words)
    focusNext(idOf(focus))
  }
  return (
    <fieldset id={idOf(name)} tabIndex={-1} className="usa-fieldset form-parts">
      <legend className="usa-legend">{label}</legend>
      {hint && <span className="usa-hint">{hint}</span>}
      {error && <FieldError id={`${idOf(name)}-error`}>{error}</FieldError>}
      <ol className="form-parts__list">
        {list.map((part, at) => (
          <li key={at}>
            <Part
              {...{ name, parts, part, at, issues, idOf }}
              count={list.length}
              onType={(field, text) => onChange(writeParts(list.with(at, { ...part, [field]: text })))}
              onMove={(to) => {
                const words = `${parts.nameOf(part, at)} is now number ${to + 1} of ${list.length}.`
                change(movePart(list, at, to), words, `${name}.${to}`)
              }}
              onRemove={() => {
                const focus = list.length > 1 ? `${name}.${Math.min(at, list.length - 2)}` : name
                change(list.toSpliced(at, 1), `${parts.nameOf(part, at)} is left out.`, focus)
              }}
            />
          </li>
        ))}
      </ol>
      <Button
        type="button"
        outline
        onClick={() => change([...list, parts.begin], 'One was added at the end.', `${name}.${list.length}`)}
      >
        {parts.addLabel}
      </Button>
      <span role="status" className="usa-sr-only">
        {said}
      </span>
    </fieldset>
  )
}

interface PartProps {
  readonly name: string
  readonly parts: PartsOf
  readonly part: FormValues
  readonly at: number
  readonly count: number
  readonly issues: readonly FieldIssue[]
  readonly idOf: (name: string) => string
  readonly onType: (field: string, text: string) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

function Part({ name, parts, part, at, count, issues, idOf, onType, onMove, onRemove }: PartProps) {
  const path = `${name}.${at}`
  const called = parts.nameOf(part, at)
  const errorAt = (place: string) => issues.find((issue) => issue.path === place)?.message
  const error = errorAt(path)
  return (
    <fieldset id={idOf(path)} tabIndex={-1} className="usa-fieldset form-part">
      <legend className="usa-legend">{called}</legend>
      {error && <FieldError id={`${idOf(path)}-error`}>{error}</FieldError>}
      {parts.fieldsOf(part).map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          id={idOf(`${path}.${field.name}`)}
          value={part[field.name] ?? ''}
          error={errorAt(`${path}.${field.name}`)}
          onChange={(text) => onType(field.name, text)}
        />
      ))}
      <div className="form-part__buttons">
        {parts.ordered && (
          <>
            <PartButton words="Move up" called={called} isOff={at === 0} onPress={() => onMove(at - 1)} />
            <PartButton
              words="Move down"
              called={called}
              isOff={at === count - 1}
              onPress={() => onMove(at + 1)}
            />
          </>
        )}
        <PartButton words={parts.removeLabel} called={called} isOff={false} onPress={onRemove} />
      </div>
    </fieldset>
  )
}

interface PartButtonProps {
  readonly words: string
  readonly called: string
  readonly isOff: boolean
  readonly onPress: () => void
}

function PartButton({ words, called, isOff, onPress }: PartButtonProps) {
  return (
    <Button type="button" unstyled aria-disabled={isOff} onClick={() => isOff || onPress()}>
      {words}
      <span className="usa-sr-only">: {called}</span>
    </Button>
  )
}

// What happened to the list is said, and the focus goes along, once it is drawn.
function useAnnounced() {
  const [said, announce] = useState('')
  const focus = useRef<string | null>(null)
  useEffect(() => {
    if (focus.current === null) return
    document.getElementById(focus.current)?.focus()
    focus.current = null
  })
  return { said, announce, focusNext: (id: string) => void (focus.current = id) }
}
