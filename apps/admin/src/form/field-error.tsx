interface FieldErrorProps {
  readonly id: string
  readonly children: string
}

/** What is wrong with one field, tied to it by its id. No alert: the summary above speaks for all of them at once. */
export function FieldError({ id, children }: FieldErrorProps) {
  return (
    <span id={id} className="usa-error-message">
      {children}
    </span>
  )
}
