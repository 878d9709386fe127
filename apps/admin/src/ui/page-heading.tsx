import { useEffect, useRef, type ReactNode } from 'react'
import { PRODUCT_NAME } from './product-name.ts'

interface PageHeadingProps {
  readonly title: string
  /** How much the page holds for the reader; said in the title of the window. */
  readonly count?: number
  readonly children?: ReactNode
}

// The first page a browser opens keeps its focus at the top, where the skip link is.
let pagesShown = 0

/** The page's one heading. Names the window, and takes the focus when it appears, so that a new page is announced. */
export function PageHeading({ title, count, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (pagesShown > 0) heading.current?.focus()
    pagesShown += 1
  }, [])
  useEffect(() => {
    document.title = `${count ? `(${count}) ` : ''}${title} – ${PRODUCT_NAME}`
  }, [title, count])
  return (
    <h1 ref={heading} tabIndex={-1} className="page-heading">
      {title}
      {children}
    </h1>
  )
}
