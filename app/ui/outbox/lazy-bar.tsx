'use client'
import { type ComponentType, useEffect, useState } from 'react'

/** Loaded after the page: most have nothing in it. By hand, since what `next/dynamic` brings weighs more than the bar. */
export function LazyOutboxBar() {
  const [Bar, setBar] = useState<ComponentType>()
  useEffect(() => {
    import('./outbox-bar.tsx').then(
      ({ OutboxBar }) => setBar(() => OutboxBar),
      // The next page tries again.
      () => undefined,
    )
  }, [])
  return Bar && <Bar />
}
