import { Link } from '@tanstack/react-router'

/** From a form back to what the component wrote. */
export function BackToDocuments({ component }: { readonly component: string }) {
  return (
    <Link
      to="/component-documents/$component"
      params={{ component }}
      className="usa-button usa-button--unstyled"
    >
      Back to the component’s documents
    </Link>
  )
}
