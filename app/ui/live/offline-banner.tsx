'use client'
import { useSyncExternalStore } from 'react'
import { useLiveStatus } from './live.tsx'

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** What the device says, at once; a dead socket takes its time to notice. */
const useOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )

/** Says so when what is on the screen is no longer live. */
export function OfflineBanner() {
  const lost = useLiveStatus() === 'offline'
  const offline = !useOnline() || lost
  return (
    <div role="status" aria-live="polite" className="sticky top-15 z-10 lg:top-0">
      {offline && (
        <p className="ticker-in border-b border-bg bg-fg px-4 py-2 text-sm font-medium text-bg">
          <span className="eyebrow mr-2">Offline</span>
          Reconnecting. What you see may be out of date.
        </p>
      )}
    </div>
  )
}
