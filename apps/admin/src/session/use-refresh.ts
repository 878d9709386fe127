import { useEffect, useRef } from 'react'

const EVERY_MS = 60_000

/** Reads something again every minute while the page is looked at, and when somebody comes back to it. */
export function useRefresh(refresh: () => void): void {
  const latest = useRef(refresh)
  useEffect(() => {
    latest.current = refresh
  })
  useEffect(() => {
    function whenSeen(): void {
      if (document.visibilityState === 'visible') latest.current()
    }
    const timer = setInterval(whenSeen, EVERY_MS)
    document.addEventListener('visibilitychange', whenSeen)
    window.addEventListener('online', whenSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', whenSeen)
      window.removeEventListener('online', whenSeen)
    }
  }, [])
}
