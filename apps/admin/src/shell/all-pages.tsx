import { PAGE_GROUPS, openPages } from '../shortcuts/listed-pages.ts'
import { useViewer } from '../session/viewer-context.ts'
import { BASE_PATH } from '../ui/base-path.ts'
import { PageHeading } from '../ui/page-heading.tsx'

/** Every page of the client that the reader may open, in groups, each with what is there. */
export function AllPages() {
  const pages = openPages(useViewer().permissions)
  return (
    <>
      <PageHeading title="All pages" />
      <p className="usa-intro-small">
        Press / to search all records, or ? for the keys that lead to a page from anywhere.
      </p>
      {PAGE_GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul className="usa-list">
            {pages
              .filter((page) => page.group === group)
              .map(({ label, path, about }) => (
                <li key={path}>
                  <a href={`${BASE_PATH}${path}`} className="usa-link">
                    {label}
                  </a>
                  : {about}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
