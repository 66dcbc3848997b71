'use client'
import dynamic from 'next/dynamic'

/** Loaded after the page: most have nothing in it. */
export const LazyOutboxBar = dynamic(() => import('./outbox-bar.tsx').then(({ OutboxBar }) => OutboxBar), {
  ssr: false,
})
