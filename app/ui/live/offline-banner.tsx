'use client'
import { useLiveStatus } from './live.tsx'

/** Says so when what is on the screen is no longer live. */
export function OfflineBanner() {
  const offline = useLiveStatus() === 'offline'
  return (
    <div role="status" aria-live="polite">
      {offline && (
        <p className="ticker-in border-b border-rule bg-fg px-4 py-2 text-sm font-medium text-bg">
          <span className="eyebrow mr-2">Offline</span>
          Reconnecting. What you see may be out of date.
        </p>
      )}
    </div>
  )
}
