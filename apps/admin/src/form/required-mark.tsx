/** Marks what has to be answered. */
export function RequiredMark() {
  return (
    <abbr title="required" className="usa-label--required">
      {' *'}
    </abbr>
  )
}
