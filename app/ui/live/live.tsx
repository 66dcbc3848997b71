'use client'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { createFeed, type Feed } from './feed.ts'
import type { Live, Report } from './line.ts'

const LiveContext = createContext<Live>({ status: 'connecting', block: null, socket: null, readAt: 0 })
const newFeed = () => createFeed(() => sessionStorage)
const FeedContext = createContext<Feed>(newFeed())

type Props = { readAt: number; children: ReactNode }

/** Keeps the page's queries fresh from the server's events. */
export function LiveProvider({ readAt, children }: Props) {
  const client = useQueryClient()
  const [feed] = useState(newFeed)
  const [live, setLive] = useState<Live>({ status: 'connecting', block: null, socket: null, readAt })
  useEffect(() => {
    const report: Report = (change) => setLive((before) => ({ ...before, ...change }))
    // Loaded after the page is shown.
    const opening = import('./line.ts').then(({ openLine }) => openLine({ client, feed, readAt, report }))
    opening.catch(() => report({ status: 'offline' }))
    return () => {
      opening.then((close) => close()).catch(() => undefined)
    }
  }, [client, feed, readAt])
  return (
    <FeedContext value={feed}>
      <LiveContext value={live}>{children}</LiveContext>
    </FeedContext>
  )
}

export const useLiveStatus = () => useContext(LiveContext).status
/** The newest mirrored block, or null until one was heard of. */
export const useBlock = () => useContext(LiveContext).block
/** The page's one socket, once it has been connected. */
export const useSocket = () => useContext(LiveContext).socket
/** Before anything on the page was read, Unix ms by the server's clock. */
export const useReadAt = () => useContext(LiveContext).readAt
/** The page's alerts; pages use `useAlerts`. */
export const useFeed = () => useContext(FeedContext)
