import { Fragment, type ReactNode } from 'react'
import type { FieldIssue } from './check-fields.ts'
import { FieldControl } from './field-control.tsx'
import type { FormField, FormValues } from './form-field.ts'
import { PartsField } from './parts-field.tsx'

interface FieldListProps {
  readonly fields: readonly FormField[]
  readonly values: FormValues
  readonly issues: readonly FieldIssue[]
  readonly idOf: (name: string) => string
  readonly onChange: (name: string, value: string) => void
  /** What follows a field and looks at what is typed. */
  readonly after?: (name: string, values: FormValues) => ReactNode
}

/** The questions of a form in their order; those of one section stand together under its name. */
export function FieldList({ fields, ...props }: FieldListProps) {
  return sectionsOf(fields).map(({ title, members }) =>
    title === undefined ? (
      <Fragment key={members[0]?.name}>
        <Fields {...props} fields={members} />
      </Fragment>
    ) : (
      <fieldset key={title} className="usa-fieldset form-section">
        <legend className="usa-legend usa-legend--large">{title}</legend>
        <Fields {...props} fields={members} />
      </fieldset>
    ),
  )
}

function Fields({ fields, values, issues, idOf, onChange, after }: FieldListProps) {
  return fields.map((field) => (
    <div key={field.name}>
      {field.control === 'PARTS' ? (
        <PartsField
          name={field.name}
          label={field.label}
          hint={field.hint}
          parts={field.parts}
          value={values[field.name] ?? ''}
          issues={issues}
          idOf={idOf}
          onChange={(value) => onChange(field.name, value)}
        />
      ) : (
        <FieldControl
          field={field}
          id={idOf(field.name)}
          value={values[field.name] ?? ''}
          error={issues.find(({ path }) => path === field.name)?.message}
          onChange={(value) => onChange(field.name, value)}
        />
      )}
      {after?.(field.name, values)}
    </div>
  ))
}

interface Section {
  readonly title: string | undefined
  readonly members: readonly FormField[]
}

function sectionsOf(fields: readonly FormField[]): Section[] {
  const titles = [...new Set(fields.map(({ section }) => section))]
  return titles.map((title) => ({ title, members: fields.filter(({ section }) => section === title) }))
}
