/** The first stop of the keyboard: past the header, to the page itself. */
export function SkipLink() {
  return (
    <a
      className="usa-skipnav"
      href="#main-content"
      onClick={(event) => {
        // An address with a fragment would be another page to the router.
        event.preventDefault()
        document.getElementById('main-content')?.focus()
      }}
    >
      Skip to main content
    </a>
  )
}
