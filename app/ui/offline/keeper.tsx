'use client'
import { useEffect } from 'react'

const register = () => navigator.serviceWorker.register('/sw.js').catch(() => undefined)

/** Once the page has all it needs: the worker that keeps what is read (keep.js). Where there is none, nothing is kept. */
export function OfflineKeeper() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined
    if (document.readyState === 'complete') {
      void register()
      return undefined
    }
    window.addEventListener('load', register, { once: true })
    return () => window.removeEventListener('load', register)
  }, [])
  return null
}
