import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the focus in a list that is read again: when the row that had it is gone, the list itself takes it, and the
 * reader does not find themselves at the top of the page.
 */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const wasInside = useRef(false)
  useEffect(() => {
    const { activeElement } = document
    if (wasInside.current && (activeElement === null || activeElement === document.body))
      place.current?.focus()
  })
  useEffect(() => {
    function note({ target }: FocusEvent): void {
      wasInside.current = target instanceof Node && place.current?.contains(target) === true
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  return place
}
