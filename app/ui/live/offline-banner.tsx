'use client'
import { words } from '../messages/live/offline-banner.ts'
import { useKeptAt } from '../offline/kept-at.ts'
import { Ago } from '../parts/ago.tsx'
import { useLiveStatus } from './live.tsx'
import { useOnline } from './online.ts'

/** Of when a kept page is, and the way to a new one once there is a connection. */
function Kept({ at, offline }: { at: string; offline: boolean }) {
  return (
    <>
      {words.kept} <Ago at={at} />.{' '}
      {!offline && (
        <button
          type="button"
          onClick={() => window.location.reload()}
          className="min-h-6 font-semibold underline underline-offset-4"
        >
          {words.again}
        </button>
      )}
    </>
  )
}

/** Says so when what is on the screen is no longer live, or never was. */
export function OfflineBanner() {
  const lost = useLiveStatus() === 'offline'
  const offline = !useOnline() || lost
  const keptAt = useKeptAt()
  return (
    <div role="status" aria-live="polite" className="sticky top-15 z-10 lg:top-0">
      {(offline || keptAt) && (
        <p className="ticker-in border-b border-bg bg-fg px-4 py-2 text-sm font-medium text-bg">
          {offline && <span className="eyebrow mr-2">{words.offline}</span>}
          {keptAt ? <Kept at={keptAt} offline={offline} /> : words.reconnecting}
        </p>
      )}
    </div>
  )
}
